import type { onBehalf as danish } from '../da/on-behalf.ts'

export const onBehalf = {
  'form.error.consent.other': 'The person has to consent before we may keep the details.',
  'form.error.contact.other':
    'Write the person’s e-mail address or phone number, so that we can reach them.',
  'form.error.area.other':
    'Your programmes do not take people from here. Choose another municipality, or help the person to use the public form.',
  'programme.partner.type.other': 'Other',
  'people.register.mentor.topics.other': 'What the person can help with',
  'people.register.mentee.lead.other':
    'A mentor is a volunteer who meets with the person. It is free. Fill in the page together with the person.',
  'people.register.mentee.topics.other': 'What the person would like help with',
  'people.form.about.other': 'About the person',
  'people.form.contactHint.other': 'Write the person’s e-mail address, phone number or both.',
  'people.form.residence.other': 'The municipality where the person lives',
  'people.form.optional.other': 'The person need not answer.',
  'people.form.languagesQuestion.other': 'Which languages does the person speak?',
  'people.form.languagesHint.other':
    'Choose how well the person speaks each language. Skip the rest.',
  'people.form.extraLevel.other': 'How well does the person speak other language no. {$line}?',
  'people.form.offers.other': 'The person can help with',
  'people.form.needs.other': 'The person would like help with',
  'people.form.danishPractice.other': 'The person would like to practise speaking Danish',
  'people.form.capacity.other': 'For how many will the person be a mentor?',
  'people.form.when.other': 'When can the person meet?',
  'people.form.hoursHint.other':
    'Tick all times when the person mostly can. Morning is 9–12, afternoon 12–17 and evening 17–21.',
  'people.form.meets.other': 'How would the person rather meet?',
  'people.form.wish.other': 'The person would rather meet',
  'people.form.wishIsMust.other': 'It is necessary for the person',
  'people.form.childrenAlong.other': 'The person brings children to the meetings',
  'people.form.consent.other': 'The person’s consent',
  'people.form.whoSees.other':
    'Only the coordinator at the library sees the answers. Whoever the person is proposed together with sees the first name and the languages, topics and hours they share, but not the address. Never write a CPR number.',
  'people.profile.reach.other': 'How we can reach the person',
  'people.profile.otherWays.other':
    'Rather by letter, by phone or through somebody the person knows?',
  'people.profile.addressHint.other': 'Only needed if the person wants letters.',
  'people.profile.away.other': 'Days when the person cannot',
  'people.profile.distance.other': 'The most kilometres the person will travel',
  'people.profile.onlyAtLibrary.other': 'The person will meet only at the library',
  'people.profile.interests.other': 'What the person likes',
  'people.profile.ageIsMust.other': 'The age is necessary for the person',
} satisfies Record<keyof typeof danish, string>
