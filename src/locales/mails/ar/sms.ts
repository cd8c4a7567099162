import type { sms as danish } from '../da/sms.ts'

export const sms = {
  'sms.meeting-reminder': 'المكتبة: تذكير بموعدك {$at}.',
  'sms.meeting-moved': 'المكتبة: تغيّر موعدك. هو الآن {$at}.',
  'sms.meeting-cancelled.one': 'المكتبة: أُلغي موعدك {$at}.',
  'sms.meeting-cancelled.several': 'المكتبة: أُلغيت مواعيدك {$at}.',
  'sms.at': '{$when}، {$place}',
  'sms.when': '{$day} الساعة {$time}',
  'sms.call': 'للاستفسار: {$phone}.',
  'sms.ask': 'للاستفسار يرجى التواصل مع المكتبة.',
  'sms.answer': 'للرد: {$link}',
} satisfies Record<keyof typeof danish, string>
