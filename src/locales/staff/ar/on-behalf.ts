import type { onBehalf as danish } from '../da/on-behalf.ts'

export const onBehalf = {
  'form.error.consent.other': 'يجب أن يوافق الشخص قبل أن نحفظ معلوماته.',
  'form.error.contact.other': 'يرجى كتابة البريد الإلكتروني للشخص أو رقم هاتفه حتى نتواصل معه.',
  'form.error.area.other':
    'برامجكم لا تستقبل سكان هذه البلدية. يمكنك اختيار بلدية أخرى أو مساعدة الشخص في تعبئة نموذج التسجيل العام بنفسه.',
  'programme.partner.type.other': 'غير ذلك',
  'people.register.mentor.topics.other': 'ما الذي يمكن لهذا الشخص المساعدة فيه',
  'people.register.mentee.lead.other':
    'المرشد متطوع يلتقي بهذا الشخص. الأمر مجاني. يرجى ملء الصفحة مع الشخص نفسه.',
  'people.register.mentee.topics.other': 'ما الذي يرغب هذا الشخص في المساعدة فيه',
  'people.form.about.other': 'عن الشخص',
  'people.form.contactHint.other': 'يرجى كتابة البريد الإلكتروني للشخص أو رقم هاتفه أو كليهما.',
  'people.form.residence.other': 'البلدية التي يسكن فيها الشخص',
  'people.form.optional.other': 'الإجابة غير إلزامية للشخص.',
  'people.form.languagesQuestion.other': 'ما اللغات التي يتحدثها الشخص؟',
  'people.form.languagesHint.other': 'يرجى اختيار مدى إجادة الشخص لكل لغة، وترك البقية.',
  'people.form.extraLevel.other': 'ما مدى إجادة الشخص للغة الأخرى رقم {$line}؟',
  'people.form.offers.other': 'يمكن للشخص المساعدة في',
  'people.form.needs.other': 'يرغب الشخص في المساعدة في',
  'people.form.danishPractice.other': 'يرغب الشخص في التدرب على التحدث بالدنماركية',
  'people.form.capacity.other': 'لكم شخصًا يرغب هذا الشخص في أن يكون مرشدًا؟',
  'people.form.when.other': 'متى يمكن للشخص أن يلتقي؟',
  'people.form.hoursHint.other':
    'يرجى تحديد كل الأوقات التي تناسب الشخص عادةً. الصباح من 9 إلى 12، وبعد الظهر من 12 إلى 17، والمساء من 17 إلى 21.',
  'people.form.meets.other': 'كيف يفضّل الشخص أن يلتقي؟',
  'people.form.wish.other': 'يفضّل الشخص أن يلتقي',
  'people.form.wishIsMust.other': 'هذا ضروري للشخص',
  'people.form.childrenAlong.other': 'يحضر الشخص أطفاله إلى اللقاءات',
  'people.form.consent.other': 'موافقة الشخص',
  'people.form.whoSees.other':
    'لا يرى الإجابات إلا المنسّق في المكتبة. ومن يُقترح لقاؤه مع الشخص يرى الاسم الأول وما يجمعهما من لغات ومواضيع وأوقات، ولا يرى العنوان. يرجى عدم كتابة رقم CPR أبدًا.',
  'people.profile.reach.other': 'كيف يمكننا الوصول إلى الشخص',
  'people.profile.otherWays.other': 'هل الأفضل برسالة ورقية أو بالهاتف أو عن طريق من يعرفه الشخص؟',
  'people.profile.addressHint.other': 'ضروري فقط إذا رغب الشخص في رسائل ورقية.',
  'people.profile.away.other': 'أيام لا تناسب الشخص',
  'people.profile.distance.other': 'أقصى مسافة بالكيلومترات يقطعها الشخص',
  'people.profile.onlyAtLibrary.other': 'لا يرغب الشخص في اللقاء إلا في المكتبة',
  'people.profile.interests.other': 'ما يحبه الشخص',
  'people.profile.ageIsMust.other': 'العمر ضروري للشخص',
} satisfies Record<keyof typeof danish, string>
