import type { problems as danish } from '../da/problems.ts'

export const problems = {
  'problem.page.home': 'إلى الصفحة الرئيسية',
  'problem.page.number': 'رقم الخطأ: {$id}',
  'problem.internal.title': 'حدث خطأ عندنا',
  'problem.internal.advice':
    'يرجى المحاولة مرة أخرى بعد قليل. إذا تكرّر الخطأ، يرجى إعطاء المكتبة رقم الخطأ.',
  'problem.invalid-input.title': 'هناك شيء يحتاج إلى تصحيح',
  'problem.invalid-input.advice': 'يرجى تصحيح الحقول المذكورة والإرسال مرة أخرى.',
  'problem.not-found.title': 'هذه الصفحة غير موجودة',
  'problem.not-found.advice': 'ربما نُقلت الصفحة أو حُذفت، أو ليس لك حق الدخول إليها.',
  'problem.sign-in-required.title': 'يجب تسجيل الدخول أولًا',
  'problem.sign-in-required.advice':
    'يرجى تسجيل الدخول، أو استخدام الرابط في رسالة البريد الإلكتروني.',
  'problem.not-allowed.title': 'ليس لك حق الدخول إلى هنا',
  'problem.not-allowed.advice': 'حسابك لا يسمح بذلك. يمكنك سؤال الإدارة.',
  'problem.wrong-credentials.title': 'البريد الإلكتروني أو كلمة المرور غير صحيحة',
  'problem.wrong-credentials.advice': 'يرجى التأكد من الاثنين والمحاولة مرة أخرى.',
  'problem.sign-in-refused.title': 'لم يتم تسجيل الدخول',
  'problem.sign-in-refused.advice':
    'يرجى المحاولة مرة أخرى. إذا لم ينجح ذلك، يرجى سؤال المسؤول عما إذا كانت هناك دعوة باسمك، وعما إذا كان عنوان بريدك الإلكتروني هو نفسه في النظامين.',
  'problem.step-up-required.title': 'تأكيد هويتك',
  'problem.step-up-required.advice':
    'مضى وقت طويل منذ تسجيل الدخول. يرجى التأكيد والمحاولة مرة أخرى.',
  'problem.form-expired.title': 'انتهت صلاحية هذه الصفحة',
  'problem.form-expired.advice': 'يرجى الرجوع، وتحميل الصفحة من جديد، ثم الإرسال مرة أخرى.',
  'problem.link-expired.title': 'الرابط لم يعد يعمل',
  'problem.link-expired.advice':
    'استُخدم الرابط من قبل، أو انتهى وقته. يمكنك طلب رابط جديد من المكتبة.',
  'problem.link-expired.question':
    'لا حاجة إلى فعل أي شيء. سُجِّل الجواب أو ما حدث، أو أُلغي اللقاء، أو انتهى وقت الرد.',
  'problem.state-conflict.title': 'لا يمكن عمل هذا الآن',
  'problem.state-conflict.advice':
    'تغيّر شيء في هذه الأثناء. يرجى تحميل الصفحة من جديد لمعرفة الوضع الآن.',
  'problem.already-answered.title': 'تم الجواب من قبل',
  'problem.already-answered.advice': 'الجواب محفوظ. لتغييره يرجى التواصل مع المكتبة.',
  'problem.no-capacity.title': 'لا يوجد مكان',
  'problem.no-capacity.advice':
    'أحد الاثنين ليس لديه مكان لشخص آخر. يمكن رفض الاقتراح أو اختيار اقتراح آخر.',
  'problem.requirement-missing.title': 'ينقص المرشدَ متطلبٌ',
  'problem.requirement-missing.advice':
    'يرجى تسجيله في صفحة المرشد، أو اختيار مرشد آخر أو يوم أبكر.',
  'problem.already-exists.title': 'هذا موجود من قبل',
  'problem.already-exists.advice': 'يوجد شيء بالاسم نفسه أو بالعنوان نفسه. يرجى استخدامه.',
  'problem.changed-meanwhile.title': 'غيّر شخص آخر هذه البيانات في هذه الأثناء',
  'problem.changed-meanwhile.advice':
    'لم يُحفظ ما كتبته. يرجى فتح البيانات من جديد لرؤية الأحدث، ثم كتابة التغيير هناك.',
  'problem.stale.title': 'تغيّر هذا منذ أن رأيته',
  'problem.stale.advice': 'لم يُحفظ شيء. يرجى فتح الصفحة من جديد لرؤية الوضع الآن.',
  'problem.precondition-failed.title': 'تغيّرت البيانات منذ قراءتها',
  'problem.precondition-failed.advice':
    'لم يُحفظ أي شيء. يرجى قراءة البيانات من جديد وإرسال التغيير مع قيمة ETag الجديدة في If-Match.',
  'problem.precondition-required.title': 'الترويسة If-Match غير موجودة',
  'problem.precondition-required.advice':
    'يرجى قراءة البيانات أولًا وإرسال قيمة ETag في If-Match حتى لا يضيع تغيير أحد.',
  'problem.not-free.title': 'هذا الوقت لا يناسب الجميع',
  'problem.not-free.advice': 'يرجى اختيار وقت يناسب كل المدعوّين.',
  'problem.taken.title': 'هناك ما هو محجوز في ذلك الوقت',
  'problem.taken.advice': 'يرجى اختيار وقت آخر أو غرفة أخرى أو زميل آخر.',
  'problem.too-early.title': 'الوقت مبكّر',
  'problem.too-early.advice': 'لم يبدأ اللقاء بعد. يرجى تسجيله بعد أن يُعقد.',
  'problem.unsupported-type.title': 'لا يمكن قراءة هذا النوع من الملفات',
  'problem.unsupported-type.advice': 'يرجى إرسال المحتوى بصيغة application/json.',
  'problem.too-large.title': 'المحتوى المرسل كبير جدًا',
  'problem.too-large.advice': 'يرجى إرسال محتوى أقل في كل مرة.',
  'problem.wrong-address.title': 'هذه الصفحة غير موجودة على هذا العنوان',
  'problem.wrong-address.advice':
    'يرجى استخدام العنوان الموجود في بريدك الإلكتروني، أو سؤال المكتبة.',
  'problem.rate-limited.title': 'محاولات كثيرة جدًا',
  'problem.rate-limited.advice': 'يرجى الانتظار قليلًا ثم المحاولة مرة أخرى.',
  'problem.unavailable.title': 'الخدمة مشغولة الآن',
  'problem.unavailable.advice': 'يرجى المحاولة بعد لحظات. لم يضِع أي شيء.',
  'problem.issuer-unavailable.title': 'نظام تسجيل الدخول في البلدية لا يستجيب',
  'problem.issuer-unavailable.advice':
    'يرجى المحاولة بعد لحظات. إذا كانت لديك كلمة مرور لنظام Makker، فيمكنك استخدامها.',
} satisfies Record<keyof typeof danish, string>
