import type { matching as danish } from '../da/matching.ts'

export const matching = {
  'matching.reason.not-ready': '{$mentee} is not ready yet',
  'matching.reason.requirement-missing': '{$mentor} has not met a requirement yet',
  'matching.reason.requirement-expiring': 'a requirement of {$mentor} expires on {$day}',
  'matching.reason.no-place': '{$mentor} has no free place ({$taken} of {$capacity} taken)',
  'matching.reason.away': '{$who} is away up to and including {$day}',
  'matching.reason.no-common-language': 'they share no language',
  'matching.reason.language-too-low':
    'their {$language} is not enough ({$mentee}: {$menteeLevel}, {$mentor}: {$mentorLevel}, needed: {$needed})',
  'matching.reason.no-common-time': 'they share no hours',
  'matching.reason.time-too-short':
    'their longest common time is {$longest} minutes, and {$needed} are needed',
  'matching.reason.too-far': 'they live {$km} km apart, and the limit is {$limit} km',
  'matching.reason.no-common-way': 'one meets online only and the other in person only',
  'matching.reason.children': '{$mentee} brings children, and {$mentor} is not cleared for that',
  'matching.reason.gender-wish': '{$who} has a wish about sex that does not fit',
  'matching.reason.age-wish': '{$who} has a wish about age that does not fit',
  'matching.reason.excluded': 'the pair may not be proposed',
  'matching.reason.same-person': 'they are the same person',
  'matching.whyNot.noMentors': 'There are no mentors.',
  'matching.whyNot.noMentees': 'There are no mentees.',
  'matching.whyNot.noTalk.mentee':
    '.input {$others :integer} .match $others one {{{$name} and the only mentor have no language that both speak well enough.}} * {{None of the {$others} mentors shares a language with {$name} that both speak well enough.}}',
  'matching.whyNot.noTalk.mentor':
    '.input {$others :integer} .match $others one {{{$name} and the only mentee have no language that both speak well enough.}} * {{None of the {$others} mentees shares a language with {$name} that both speak well enough.}}',
  'matching.whyNot.talk.mentee':
    '.input {$count :integer} .match $count one {{{$count} mentor can talk with {$name}: {$details}.}} * {{{$count} mentors can talk with {$name}: {$details}.}}',
  'matching.whyNot.talk.mentor':
    '.input {$count :integer} .match $count one {{{$count} mentee can talk with {$name}: {$details}.}} * {{{$count} mentees can talk with {$name}: {$details}.}}',
  'matching.whyNot.withInterpreter':
    '.input {$count :integer} .match $count one {{{$count} of them would need an interpreter.}} * {{{$count} of them would need an interpreter.}}',
  'matching.whyNot.suitsOtherwise': '{$count} would suit otherwise',
  'matching.whyNot.neededByOthers':
    '.input {$count :integer} .match $count one {{{$count} would suit, but that mentor is needed for others}} * {{{$count} would suit, but they are needed for others}}',
  'matching.whyNot.haveAnother':
    '.input {$count :integer} .match $count one {{{$count} would suit, but has another mentor}} * {{{$count} would suit, but have another mentor}}',
  'matching.obstacle.same-person':
    '.input {$count :integer} .match $count one {{{$count} is the same person}} * {{{$count} are the same person}}',
  'matching.obstacle.excluded':
    '.input {$count :integer} .match $count one {{{$count} may not be proposed}} * {{{$count} may not be proposed}}',
  'matching.obstacle.not-ready':
    '.input {$count :integer} .match $count one {{{$count} is not ready yet}} * {{{$count} are not ready yet}}',
  'matching.obstacle.requirement-missing':
    '.input {$count :integer} .match $count one {{{$count} has not met a requirement}} * {{{$count} have not met a requirement}}',
  'matching.obstacle.requirement-expiring':
    '.input {$count :integer} .match $count one {{{$count} has a requirement about to run out}} * {{{$count} have a requirement about to run out}}',
  'matching.obstacle.no-place':
    '.input {$count :integer} .match $count one {{{$count} has no free place}} * {{{$count} have no free place}}',
  'matching.obstacle.away':
    '.input {$count :integer} .match $count one {{{$count} is away for the coming weeks}} * {{{$count} are away for the coming weeks}}',
  'matching.obstacle.children-mentee':
    '.input {$count :integer} .match $count one {{{$count} is not cleared to meet children}} * {{{$count} are not cleared to meet children}}',
  'matching.obstacle.children-mentor':
    '.input {$count :integer} .match $count one {{{$count} brings children}} * {{{$count} bring children}}',
  'matching.obstacle.gender-wish':
    '.input {$count :integer} .match $count one {{{$count} does not fit a wish about sex}} * {{{$count} do not fit a wish about sex}}',
  'matching.obstacle.age-wish':
    '.input {$count :integer} .match $count one {{{$count} does not fit a wish about age}} * {{{$count} do not fit a wish about age}}',
  'matching.obstacle.no-common-language':
    '.input {$count :integer} .match $count one {{{$count} speaks no common language}} * {{{$count} speak no common language}}',
  'matching.obstacle.no-common-time':
    '.input {$count :integer} .match $count one {{{$count} does not share enough time}} * {{{$count} do not share enough time}}',
  'matching.obstacle.no-common-way':
    '.input {$count :integer} .match $count one {{{$count} wants to meet in another way (online or in person)}} * {{{$count} want to meet in another way (online or in person)}}',
  'matching.obstacle.too-far':
    '.input {$count :integer} .match $count one {{{$count} lives too far away}} * {{{$count} live too far away}}',
  'matching.change.none': 'No single change was found that would help.',
  'matching.change.helps':
    'Smallest change: if {$changes}, {$mentor} and {$mentee} could become a pair, and nobody else would lose their proposal.',
  'matching.change.both': 'both',
  'matching.change.free-hours': '{$who} were free on {$piece}',
  'matching.change.be-back': '{$who} is back as planned on {$day}',
  'matching.change.travel-further': '{$who} accepted a distance of {$km} km',
  'matching.change.meet-online': '{$who} could meet online',
  'matching.change.be-ready': '{$mentee} were ready',
  'matching.change.more-places': '{$mentor} took one more ({$capacity} in all)',
  'matching.change.renew-requirement': '{$mentor}’s requirement were renewed until {$day} at least',
  'matching.change.meet-requirement': '{$mentor}’s missing requirement were met',
  'matching.change.accept-interpreter': '{$mentee} accepted an interpreter',
  'matching.change.relax-gender-wish': '{$who} gave up the wish about the other’s sex',
  'matching.change.relax-age-wish': '{$who} gave up the wish about the other’s age',
  'matching.change.accept-children': '{$mentor} were cleared to meet children',
  'matching.recruit.who':
    'A mentor in {$municipality} who speaks {$languages}, is free {$pieces} and helps with {$topics}.',
  'matching.recruit.gain':
    '.input {$matched :integer} .match $matched 0 {{That would give no more pairs, but pairs that fit better ({$points} points more in all).}} one {{That would give {$matched} more pair and {$points} points more in all.}} * {{That would give {$matched} more pairs and {$points} points more in all.}}',
  'matching.recruit.woman': 'It must be a woman.',
  'matching.recruit.man': 'It must be a man.',
  'matching.recruit.children': 'The mentor must be cleared to meet mentees who bring children.',
  'matching.recruit.online': 'The mentor must be able to meet online.',
  'matching.recruit.atLeast': '{$language} (at least {$level})',
  'matching.recruit.gainPairs':
    '.input {$matched :integer} .match $matched one {{That would give {$matched} more pair.}} * {{That would give {$matched} more pairs.}}',
  'matching.askForMore': '{$name} could take one more ({$capacity} in all).',
  'matching.cost.none': 'It costs nobody else anything.',
  'matching.cost.points': 'Everyone together loses {$points} points.',
  'matching.cost.unmatched':
    '.input {$count :integer} .match $count one {{One other loses their place: {$names}.}} * {{{$count} others lose their place: {$names}.}}',
} satisfies Record<keyof typeof danish, string>
