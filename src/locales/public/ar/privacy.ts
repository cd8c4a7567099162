import type { privacy as danish } from '../da/privacy.ts'

export const privacy = {
  'privacy.own': 'بياناتي',
  'privacy.ownLink': 'موافقاتي وبياناتي',
  'privacy.ownConsents': 'الموافقات التي أُعطيت',
  'privacy.ownData': 'الحصول على بياناتك',
  'privacy.ownDataLead': 'يمكنك تنزيل كل ما تحفظه المكتبة عنك، وكذلك متى اطّلع عليه أحد.',
  'privacy.export': 'تنزيل بياناتي',
  'privacy.ownErasure': 'حذف بياناتك',
  'privacy.ownErasureLead':
    'عندها تحذف المكتبة كل شيء عنك، ولا تعود المشاركة ممكنة. يقوم بذلك مكتب التنسيق.',
  'privacy.askErasure': 'طلب حذف بياناتي',
  'privacy.ownAsked': 'تاريخ طلبك حذف بياناتك: {$day}. وصل الطلب إلى المكتبة.',
  'privacy.purpose.matching': 'إيجاد ثنائي',
  'privacy.purpose.sharing': 'المشاركة مع بلدية أخرى',
  'privacy.purpose.photo': 'الصور',
  'privacy.purpose.story': 'القصة',
  'privacy.purpose.exhibition': 'المعرض',
  'privacy.purpose.press': 'الصحف والإذاعة والتلفزيون',
  'privacy.notGiven': 'لم تُعط الموافقة.',
  'privacy.givenOn': 'أُعطيت الموافقة في {$day}.',
  'privacy.withdrawnOn': 'سُحبت الموافقة في {$day}.',
  'privacy.give': 'إعطاء الموافقة',
  'privacy.withdraw': 'سحب الموافقة',
} satisfies Record<keyof typeof danish, string>
