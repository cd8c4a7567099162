import type { matching as danish } from '../da/matching.ts'

export const matching = {
  'matching.level.native': 'mother tongue',
  'matching.hours':
    '.input {$hours :number maximumFractionDigits=1} .match $hours one {{{$hours} hour}} * {{{$hours} hours}}',
  'matching.remark.topics-all': '{$mentor} can help with all that {$mentee} asks for: {$topics}.',
  'matching.remark.topics-some': '{$mentor} can help with {$topics}.',
  'matching.remark.topics-missing': '{$mentor} cannot help with {$topics}.',
  'matching.remark.topics-unnamed': '{$mentee} has not said what the help should be about.',
  'matching.remark.talk':
    'They can talk in {$language} ({$mentee}: {$menteeLevel}, {$mentor}: {$mentorLevel}).',
  'matching.remark.interpreter': 'They need an interpreter.',
  'matching.remark.practice': '{$mentee} wants to practise Danish, and {$mentor} speaks it well.',
  'matching.remark.practice-missing':
    '{$mentee} wants to practise Danish, and {$mentor} does not speak it well enough.',
  'matching.remark.time': 'They share {$hours} a week: {$pieces}.',
  'matching.remark.time-short': 'They share only {$hours} a week: {$pieces}.',
  'matching.remark.time-none': 'They share no hours.',
  'matching.remark.waiting':
    '.input {$days :integer} .match $days one {{{$mentee} has waited {$days} day.}} * {{{$mentee} has waited {$days} days.}}',
  'matching.remark.close': 'They live in the same municipality or close to each other.',
  'matching.remark.near': 'They live about {$km} km apart.',
  'matching.remark.far': 'They live about {$km} km apart.',
  'matching.remark.online': 'They will meet online; they live about {$km} km apart.',
  'matching.remark.interests': 'Both care about {$interests}.',
  'matching.remark.interests-unknown': 'No shared interests are known.',
  'matching.remark.wish-met-gender': '{$who}’s wish about the other’s sex is met.',
  'matching.remark.wish-met-age': '{$who}’s wish about the other’s age is met.',
  'matching.remark.wish-unmet-gender': '{$who}’s wish about the other’s sex is not met.',
  'matching.remark.wish-unmet-age': '{$who}’s wish about the other’s age is not met.',
} satisfies Record<keyof typeof danish, string>
