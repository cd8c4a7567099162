import type { matches as danish } from '../da/matches.ts'

export const matches = {
  'match-ended.subject': 'جديد من المكتبة',
  'match-ended.heading': 'انتهى الثنائي',
  'match-ended.text': 'انتهى الثنائي الذي تشارك فيه. اللقاءات المتفق عليها لن تُعقد.',
  'match-ended.next': 'لا حاجة إلى فعل أي شيء. سوف تبحث المكتبة عن ثنائي جديد لك.',
} satisfies Record<keyof typeof danish, string>
