import type { Translation } from './translate.ts'

/**
 * Arabic: Modern Standard Arabic in short sentences and plain words, for readers with little schooling.
 *
 * mentor: مرشد متطوّع، المرشد
 * mentoring: الإرشاد التطوّعي
 * mentee: شخص مشارك، المشاركون
 * coordinator: مكتب التنسيق، المنسّقون
 * administrator: حساب الإدارة
 * pair, match: ثنائي، ثنائيات
 * match meeting: لقاء التعارف
 * meeting: لقاء، لقاءات
 * proposal: اقتراح
 * answer: جواب
 * interview: مقابلة
 * consent: موافقة
 * library: المكتبة
 * municipality: البلدية
 * programme: برنامج
 * requirement: متطلب، المتطلبات
 * task: مهمة، المهام
 * partner: شريك
 * API token: مفتاح API
 *
 * The reader may be a woman or a man: a request is "يرجى" with a verbal noun, what may be done is
 * "يمكنك" with one, and of a person named only by a placeholder no verb is said. Ranges are written
 * out ("من 9 إلى 12") and phone numbers without spaces: both would turn round between Arabic words.
 * "لاجئ" stands on the front page and in what the staff reads, never in a mail: others may see it.
 */
export const ar = {
  // Layout
  'layout.skip': 'الانتقال إلى المحتوى',
  'layout.footer': 'Makker برنامج حاسوبي حرّ. يجمع بين المرشدين المتطوّعين والمشاركين.',
  'layout.languages': 'اللغات',
  'layout.signOut': 'تسجيل الخروج',
  'layout.nav.label': 'القائمة الرئيسية',
  'layout.nav.proposals': 'الاقتراحات',
  'layout.nav.people': 'الأشخاص',
  'layout.nav.matches': 'الثنائيات',
  'layout.nav.meetings': 'اللقاءات',
  'layout.nav.privacy': 'البيانات الشخصية',
  'layout.nav.report': 'التقرير',
  'layout.nav.mail': 'البريد',
  'layout.nav.administration': 'الإدارة',

  // Reports
  'report.title': 'تقرير بالأرقام',
  'report.period': 'من {$from} إلى {$through}، واليومان محسوبان',
  'report.asOf': 'حسب ما كان مسجّلًا في {$date}.',
  'report.internal': 'داخلي',
  'report.internalNote':
    'نسخة داخلية: فيها أيضًا أرقام عن عدد قليل جدًا من الأشخاص. لا يجوز إرسالها إلى خارج المكتبة.',
  'report.publicNote': 'نسخة عامة: لا تظهر الأرقام من 1 إلى {$most}، ولا الأرقام التي تكشفها.',
  'report.form.title': 'اختيار الفترة',
  'report.form.from': 'من',
  'report.form.to': 'إلى',
  'report.form.toHint': 'أول يوم غير محسوب. لكل سنة 2026 يُكتب 1 يناير 2027.',
  'report.form.audience': 'من سيقرأ التقرير؟',
  'report.form.audience.internal': 'نحن فقط: كل الأرقام',
  'report.form.audience.public': 'آخرون: الأرقام الصغيرة مخفية، والفترة شهور كاملة',
  'report.form.submit': 'عرض التقرير',
  'form.error.wholeMonths': 'النسخة العامة لشهور كاملة فقط. يرجى اختيار اليوم الأول من الشهر.',
  'report.csv.title': 'تنزيل الأرقام',
  'report.csv.excel': 'تنزيل لبرنامج Excel (ملف CSV بالدنماركية)',
  'report.csv.plain': 'تنزيل ملف CSV',
  'report.summary': 'باختصار',
  'report.section.mentors': 'المرشدون',
  'report.section.mentees': 'اللاجئون',
  'report.section.groups': 'من هم',
  'report.section.waiting': 'مدة الانتظار',
  'report.section.matches': 'الثنائيات',
  'report.section.meetings': 'اللقاءات والاتفاقات',
  'report.definitions': 'كيف حُسبت الأرقام',
  'report.table.measure': 'الموضوع',
  'report.table.value': 'العدد',
  'report.table.caption': '{$name}، {$by}',
  'report.column.contacted': 'تم التواصل معهم',
  'report.column.participating': 'يشاركون',
  'report.table.of': '{$numerator} من {$denominator}',
  'report.table.hidden': 'مخفي',
  'report.by.sex': 'حسب الجنس',
  'report.by.age': 'حسب العمر',
  'report.by.residence': 'حسب مكان السكن',
  'report.by.partner': 'حسب الجمعية التي قامت بالتواصل',
  'report.by.days': 'حسب عدد الأيام',
  'report.by.state': 'حسب النتيجة',
  'report.by.topic': 'حسب الموضوع',
  'report.measure.mentor.registered': 'مرشدون سجّلوا أسماءهم',
  'report.measure.mentor.interviewed': 'مرشدون حضروا مقابلة',
  'report.measure.mentor.selected': 'مرشدون تم اختيارهم',
  'report.measure.mentor.ready': 'مرشدون أصبحوا جاهزين',
  'report.measure.mentor.registeredAtEnd': 'في انتظار المقابلة في نهاية الفترة',
  'report.measure.mentor.interviewedAtEnd': 'في انتظار الجواب بعد المقابلة في نهاية الفترة',
  'report.measure.mentor.selectedAtEnd': 'تم اختيارهم ولم يكونوا جاهزين في نهاية الفترة',
  'report.measure.mentor.readyAtEnd': 'جاهزون في نهاية الفترة',
  'report.measure.mentor.selectionRate': 'نسبة من تم اختيارهم من المرشدين الذين حضروا مقابلة',
  'report.measure.mentee.contacted': 'لاجئون تم التواصل معهم',
  'report.measure.mentee.participating': 'لاجئون يشاركون',
  'report.measure.mentee.ready': 'لاجئون أصبحوا جاهزين للقاء مرشد',
  'report.measure.mentee.contactedAtEnd': 'تم التواصل معهم ولم يصل جوابهم حتى نهاية الفترة',
  'report.measure.mentee.readyAtEnd': 'جاهزون للقاء مرشد في نهاية الفترة',
  'report.measure.mentee.participationRate': 'نسبة المشاركين ممن تم التواصل معهم',
  'report.measure.mentee.waiting': 'لاجئون ينتظرون مرشدًا',
  'report.measure.mentee.medianDaysWaiting': 'أيام الانتظار (الوسيط)',
  'report.measure.match.opened': 'ثنائيات جديدة',
  'report.measure.match.activeAtEnd': 'ثنائيات نشطة في نهاية الفترة',
  'report.measure.meeting.all': 'اللقاءات في هذه الفترة',
  'report.measure.meeting.matchMeetings': 'لقاءات التعارف التي عُقدت',
  'report.measure.meeting.pairsIntroduced': 'ثنائيات التقت في لقاء تعارف',
  'report.measure.meeting.agreements': 'اتفاقات الثنائيات',
  'report.category.sex.woman': 'نساء',
  'report.category.sex.man': 'رجال',
  'report.category.sex.other': 'غير ذلك',
  'report.category.sex.undisclosed': 'غير معروف',
  'report.category.age.0-17': 'أقل من 18 سنة',
  'report.category.age.18-24': 'من 18 إلى 24 سنة',
  'report.category.age.25-39': 'من 25 إلى 39 سنة',
  'report.category.age.40-59': 'من 40 إلى 59 سنة',
  'report.category.age.60+': '60 سنة وأكثر',
  'report.category.age.undisclosed': 'غير معروف',
  'report.category.residence.other': 'بلديات أخرى',
  'report.category.partner.none': 'بدون جمعية',
  'report.category.partner.other': 'جمعيات أخرى',
  'report.category.days.0-30': '30 يومًا أو أقل',
  'report.category.days.31-60': 'من 31 إلى 60 يومًا',
  'report.category.days.61-90': 'من 61 إلى 90 يومًا',
  'report.category.days.91+': 'أكثر من 90 يومًا',
  'report.category.state.held': 'عُقد',
  'report.category.state.scheduled': 'مخطّط له',
  'report.category.state.cancelled': 'أُلغي',
  'report.category.state.no_show': 'لم يحضر أحد',
  'report.category.state.unreported': 'لم يُسجَّل بعد',
  'report.people.woman': `.input {$count :number}
.match $count
zero {{لا نساء}}
one {{امرأة واحدة}}
two {{امرأتان}}
few {{{$count} نساء}}
many {{{$count} امرأة}}
* {{{$count} امرأة}}`,
  'report.people.man': `.input {$count :number}
.match $count
zero {{لا رجال}}
one {{رجل واحد}}
two {{رجلان}}
few {{{$count} رجال}}
many {{{$count} رجلًا}}
* {{{$count} رجل}}`,
  'report.people.other': `.input {$count :number}
.match $count
zero {{لا أحد من جنس آخر}}
one {{شخص واحد من جنس آخر}}
two {{شخصان من جنس آخر}}
few {{{$count} أشخاص من جنس آخر}}
many {{{$count} شخصًا من جنس آخر}}
* {{{$count} شخص من جنس آخر}}`,
  'report.people.undisclosed': `.input {$count :number}
.match $count
zero {{لا أحد بدون ذكر الجنس}}
one {{شخص واحد بدون ذكر الجنس}}
two {{شخصان بدون ذكر الجنس}}
few {{{$count} أشخاص بدون ذكر الجنس}}
many {{{$count} شخصًا بدون ذكر الجنس}}
* {{{$count} شخص بدون ذكر الجنس}}`,
  'report.sentence.contacted': `.input {$count :number}
.match $count
zero {{لم يتم التواصل مع لاجئين في هذه الفترة.}}
one {{تم التواصل مع لاجئ واحد.}}
two {{تم التواصل مع لاجئين اثنين.}}
few {{تم التواصل مع {$count} لاجئين.}}
many {{تم التواصل مع {$count} لاجئًا.}}
* {{تم التواصل مع {$count} لاجئ.}}`,
  'report.sentence.contactedHidden': 'لا يظهر عدد اللاجئين الذين تم التواصل معهم.',
  'report.sentence.partners': 'تم التواصل عن طريق {$partners}.',
  'report.sentence.participating': `.input {$count :number}
.match $count
zero {{لا يوجد مشاركون جدد في المشروع.}}
one {{يشارك شخص واحد في المشروع.}}
two {{يشارك شخصان في المشروع.}}
few {{يشارك {$count} أشخاص في المشروع.}}
many {{يشارك {$count} شخصًا في المشروع.}}
* {{يشارك {$count} شخص في المشروع.}}`,
  'report.sentence.participatingBySex': `.input {$count :number}
.match $count
zero {{لا يشارك أحد في المشروع: {$groups}.}}
one {{يشارك شخص واحد في المشروع: {$groups}.}}
two {{يشارك شخصان في المشروع: {$groups}.}}
few {{يشارك {$count} أشخاص في المشروع: {$groups}.}}
many {{يشارك {$count} شخصًا في المشروع: {$groups}.}}
* {{يشارك {$count} شخص في المشروع: {$groups}.}}`,
  'report.sentence.participatingHidden': 'لا يظهر عدد المشاركين في المشروع.',
  'report.sentence.selected': `.input {$count :number}
.match $count
zero {{لم يتم اختيار مرشدين في هذه الفترة.}}
one {{بعد المقابلات تم اختيار مرشد واحد.}}
two {{بعد المقابلات تم اختيار مرشدين اثنين.}}
few {{بعد المقابلات تم اختيار {$count} مرشدين.}}
many {{بعد المقابلات تم اختيار {$count} مرشدًا.}}
* {{بعد المقابلات تم اختيار {$count} مرشد.}}`,
  'report.sentence.selectedHidden': 'لا يظهر عدد المرشدين الذين تم اختيارهم.',
  'report.sentence.newMatches': `.input {$count :number}
.match $count
zero {{لم يتم تكوين ثنائيات جديدة.}}
one {{تم تكوين ثنائي جديد واحد.}}
two {{تم تكوين ثنائيين جديدين.}}
few {{تم تكوين {$count} ثنائيات جديدة.}}
many {{تم تكوين {$count} ثنائيًا جديدًا.}}
* {{تم تكوين {$count} ثنائي جديد.}}`,
  'report.sentence.newMatchesHidden': 'لا يظهر عدد الثنائيات الجديدة.',
  'report.sentence.matchMeetings': `.input {$count :number}
.match $count
zero {{لم يُعقد أي لقاء تعارف.}}
one {{تم عقد لقاء تعارف واحد.}}
two {{تم عقد لقاءي تعارف.}}
few {{تم عقد {$count} لقاءات تعارف.}}
many {{تم عقد {$count} لقاء تعارف.}}
* {{تم عقد {$count} لقاء تعارف.}}`,
  'report.sentence.matchMeetingsHidden': 'لا يظهر عدد لقاءات التعارف.',
  'report.sentence.pairsIntroduced': `.input {$count :number}
.match $count
zero {{لا توجد ثنائيات مسجّلة في لقاءات التعارف.}}
one {{في لقاءات التعارف التقى ثنائي واحد.}}
two {{في لقاءات التعارف التقى ثنائيان.}}
few {{في لقاءات التعارف التقت {$count} ثنائيات.}}
many {{في لقاءات التعارف التقى {$count} ثنائيًا.}}
* {{في لقاءات التعارف التقى {$count} ثنائي.}}`,
  'report.sentence.pairsIntroducedHidden': 'لا يظهر عدد الثنائيات التي التقت.',
  'report.sentence.agreements': 'تم الاتفاق على: {$topics}.',
  'report.sentence.agreement': `.input {$count :number}
.match $count
zero {{{$topic} (لا أحد)}}
one {{{$topic} (ثنائي واحد)}}
two {{{$topic} (ثنائيان)}}
few {{{$topic} ({$count} ثنائيات)}}
many {{{$topic} ({$count} ثنائيًا)}}
* {{{$topic} ({$count} ثنائي)}}`,
  'report.sentence.waiting': `.input {$count :number}
.match $count
zero {{لا ينتظر أي لاجئ مرشدًا متطوّعًا.}}
one {{ينتظر لاجئ واحد مرشدًا متطوّعًا.}}
two {{ينتظر لاجئان مرشدًا متطوّعًا.}}
few {{ينتظر {$count} لاجئين مرشدًا متطوّعًا.}}
many {{ينتظر {$count} لاجئًا مرشدًا متطوّعًا.}}
* {{ينتظر {$count} لاجئ مرشدًا متطوّعًا.}}`,
  'report.sentence.waitingHidden': 'لا يظهر عدد اللاجئين الذين ينتظرون مرشدًا.',
  'report.definition.P1':
    'عدد المرشدين الذين وصلوا إلى هذه الخطوة في الفترة، وعدد من كانوا فيها عند نهاية الفترة. يُحسب كل شخص مرة واحدة.',
  'report.definition.P2':
    'من المرشدين الذين حضروا مقابلة في الفترة: نسبة من تم اختيارهم في الفترة نفسها.',
  'report.definition.P3':
    'عدد اللاجئين الذين وصلوا إلى هذه الخطوة في الفترة. تبدأ المشاركة من يوم التسجيل والموافقة، أو من يوم تكوين الثنائي.',
  'report.definition.P4':
    'من اللاجئين الذين تم التواصل معهم في الفترة: نسبة من بدأوا المشاركة في الفترة نفسها.',
  'report.definition.P5':
    'من تم التواصل معهم ومن يشاركون، حسب المجموعات. العمر هو عمر الشخص في السنة التي تنتهي فيها الفترة. مكان السكن والجنس وسنة الميلاد كما هي مسجّلة اليوم.',
  'report.definition.W1':
    'اللاجئون الجاهزون في نهاية الفترة، وليس لديهم مرشد ولا اقتراح ينتظر الجواب. تُحسب الأيام من يوم الجاهزية.',
  'report.definition.M1': 'الثنائيات التي قال فيها الاثنان نعم في الفترة.',
  'report.definition.M2': 'الثنائيات التي عقدت لقاءها الأول ولم تنتهِ حتى نهاية الفترة.',
  'report.definition.T1':
    'اللقاءات التي بدأت في الفترة. اللقاء الذي يجمع عدة ثنائيات يُحسب مرة واحدة. اللقاء الذي مضى ولم يُسجَّل لا يُحسب.',
  'report.definition.T5':
    'لقاءات التعارف التي عُقدت، والثنائيات التي حضرت، وما اتفقت عليه الثنائيات في الفترة.',

  // Forms
  'form.summary': 'هناك شيء يحتاج إلى تصحيح',
  'form.titleWithError': 'خطأ: {$title}',
  'form.errorPrefix': 'خطأ:',
  'form.error.required': 'هذا الحقل مطلوب.',
  'form.error.invalid': 'لا يمكن استخدام هذا النص كما هو.',
  'form.error.tooLong': 'النص طويل جدًا. الحد الأقصى لعدد الحروف هو {$max}.',
  'form.error.tooFew': 'يرجى اختيار {$min} على الأقل.',
  'form.error.tooMany': 'يرجى اختيار {$max} على الأكثر.',
  'form.error.tooSmall': 'الرقم صغير جدًا. أصغر رقم هو {$min}.',
  'form.error.tooBig': 'الرقم كبير جدًا. أكبر رقم هو {$max}.',
  'form.error.tooEarly': 'السنة مبكرة جدًا. أول سنة ممكنة هي {$min :integer useGrouping=never}.',
  'form.error.tooLate': 'السنة متأخرة جدًا. آخر سنة ممكنة هي {$max :integer useGrouping=never}.',
  'form.error.email': 'يرجى كتابة عنوان بريد إلكتروني، مثل name@example.dk.',
  'form.error.phone': 'يرجى كتابة رقم هاتف، مثل 12345678.',
  'form.error.choice': 'يرجى اختيار إجابة من القائمة.',
  'form.error.date': 'يرجى كتابة تاريخ صحيح، مثل 2026-12-31.',
  'form.error.time': 'يرجى كتابة وقت صحيح.',
  'form.error.unknownField': 'لا نعرف هذا الحقل. يرجى حذفه.',
  'form.error.cpr': 'هذا يشبه رقم CPR. نحن لا نحفظ أرقام CPR أبدًا. يرجى حذفه والمحاولة مرة أخرى.',
  'form.error.characters': 'بعض الرموز لا يمكن استخدامها. يرجى كتابة النص مرة أخرى.',
  'form.error.language': 'لا نعرف هذه اللغة. يرجى اختيار لغة من القائمة.',
  'form.error.notSpoken': 'هذه اللغة ليست بين اللغات التي يتحدثها الشخص.',
  'form.error.repeated': 'الشيء نفسه مكتوب مرتين.',
  'form.error.interval': 'يجب أن تكون النهاية بعد البداية.',
  'form.error.consent': 'نحتاج إلى موافقتك قبل أن نحفظ معلوماتك.',
  'form.error.consent.other': 'يجب أن يوافق الشخص قبل أن نحفظ معلوماته.',
  'form.error.contact': 'يرجى كتابة بريد إلكتروني أو رقم هاتف حتى نتواصل معك.',
  'form.error.contact.other': 'يرجى كتابة البريد الإلكتروني للشخص أو رقم هاتفه حتى نتواصل معه.',
  'form.error.area': 'لا يوجد برنامج هنا بعد. يمكنك اختيار بلدية أخرى أو سؤال المكتبة.',
  'form.error.area.other':
    'برامجكم لا تستقبل سكان هذه البلدية. يمكنك اختيار بلدية أخرى أو مساعدة الشخص في تعبئة نموذج التسجيل العام بنفسه.',
  'form.error.past': 'هذا الوقت مضى.',
  'form.error.pauseOnly': 'التاريخ خاص بالتوقّف المؤقت فقط.',
  'form.error.password': 'يرجى اختيار كلمة مرور من 12 حرفًا على الأقل، لا يسهل على الآخرين معرفتها.',
  'form.error.postcode': 'يرجى كتابة رمز بريدي من أربعة أرقام.',
  'form.error.changed':
    'غيّر شخص آخر هذه البيانات أثناء الكتابة. ما كتبته ما زال هنا. يمكنك رؤية الأحدث في صفحة الشخص، ثم الحفظ من جديد لاعتماد ما كتبته.',
  'form.error.taken': 'هذا موجود من قبل. يرجى اختيار شيء آخر أو استخدام الموجود.',
  'form.error.code': 'الرمز غير صحيح. يرجى كتابة الأرقام الستة التي تظهر الآن في التطبيق.',
  'form.error.wrong': 'غير صحيح. يرجى المحاولة مرة أخرى.',
  'form.error.word': 'الرموز غير مطابقة. يرجى النظر إلى الصفحة التي طُلب فيها الرابط.',
  'form.error.future': 'لم يأتِ هذا اليوم بعد.',
  'form.error.missing_interview': 'المقابلة ناقصة.',
  'form.error.missing_introductory_course': 'الدورة التمهيدية ناقصة أو منتهية الصلاحية.',
  'form.error.missing_confidentiality': 'تعهّد السرّية ناقص أو منتهي الصلاحية.',
  'form.error.missing_children_certificate': 'شهادة العمل مع الأطفال ناقصة أو منتهية الصلاحية.',
  'form.error.missing_consent': 'الموافقة المكتوبة ناقصة أو منتهية الصلاحية.',
  'form.error.consentAll':
    'يرجى وضع علامة هنا عندما يكون الجميع في الملف قد وافقوا. بدون ذلك لا يجوز حفظ بياناتهم.',
  'form.error.fileFormat':
    'لا يمكن قراءة الملف. يرجى حفظه بصيغة Excel (.xlsx) أو CSV والمحاولة مرة أخرى.',
  'form.error.fileOld': 'هذا ملف Excel قديم (.xls). يرجى حفظه بصيغة .xlsx والمحاولة مرة أخرى.',
  'form.error.fileTooLarge': 'الملف كبير جدًا بعد فك ضغطه. يرجى تقسيمه إلى عدة ملفات.',
  'form.error.fileTooManyRows': 'في الملف أكثر من 100000 صف. يرجى تقسيمه إلى عدة ملفات.',
  'form.error.fileEmpty':
    'لا يوجد أشخاص في الملف. يجب أن يكون الصف الأول عناوين، وتحته صف واحد على الأقل.',
  'form.error.fileCell': 'إحدى الخلايا في الملف طويلة جدًا. يرجى البحث عن علامة اقتباس غير مغلقة.',
  'form.error.fileSheet': 'لا توجد في الملف ورقة بهذا الاسم.',
  'form.error.again':
    'لم نتمكن من معرفة ما إذا كان شخص قد أرسل هذا النموذج. كل ما كتبته ما زال هنا. يرجى الضغط على زر الإرسال مرة أخرى.',
  'form.error.busy':
    'يصلنا الآن عدد كبير غير معتاد من التسجيلات. كل ما كتبته ما زال هنا. يرجى الانتظار ربع ساعة ثم الإرسال مرة أخرى.',
  'form.error.mails':
    'أُرسل إلى هذا العنوان أقصى عدد مسموح به من الرسائل في اليوم. يرجى المحاولة غدًا أو كتابة عنوان آخر.',

  // Accounts
  'account.name': 'الاسم',
  'account.email': 'البريد الإلكتروني',
  'account.password': 'كلمة المرور',
  'account.password.hint': '12 حرفًا على الأقل. من الجيد اختيار جملة لا تخطر إلا على بالك.',
  'account.signIn.title': 'تسجيل الدخول',
  'account.signIn.submit': 'تسجيل الدخول',
  'account.oidc.signIn': 'تسجيل الدخول عبر {$name}',
  'account.oidc.confirm': 'التأكيد عبر {$name}',
  'account.oidc.or': 'أو بكلمة المرور',
  'account.oidc.away': 'جارٍ الانتقال إلى {$name}',
  'account.oidc.signOut': 'سجّلت الخروج هنا. يرجى تسجيل الخروج أيضًا من {$name}',
  'account.oidc.back': 'تم تسجيل الدخول',
  'account.signIn.others': 'للمرشدين والمشاركين: يرجى استخدام الرابط في رسالة البريد الإلكتروني.',
  'account.link.title': 'تسجيل الدخول إلى Makker',
  'account.link.lead': 'يرجى الضغط على الزر لتسجيل الدخول. الرابط يعمل مرة واحدة.',
  'account.link.elsewhere':
    'طُلب الرابط من متصفح آخر أو جهاز آخر. يرجى كتابة الرموز الستة التي ظهرت هناك.',
  'account.link.word': 'الرموز الستة',
  'account.link.word.hint': 'لا فرق بين الأحرف الكبيرة والصغيرة.',
  'account.link.again': 'طلب رابط جديد',
  'account.link.submit': 'تسجيل الدخول',
  'account.setUp.title': 'إنشاء أول حساب إدارة',
  'account.setUp.lead': 'من حساب الإدارة يمكن فتح برامج في البلديات ودعوة المنسّقين.',
  'account.setUp.submit': 'إنشاء حساب الإدارة',
  'account.invitation.title': 'أهلًا بك، {$name}',
  'account.invitation.lead': 'لبدء العمل في مكتب التنسيق في {$municipality}.',
  'account.invitation.choose': 'اختيار كلمة المرور',
  'account.invitation.submit': 'البدء',
  'account.invitation.mail.subject': 'دعوة إلى Makker',
  'account.invitation.mail.heading': 'أهلًا بك، {$name}',
  'account.invitation.mail.text':
    'هذه دعوة لك لاستخدام Makker في {$municipality}. يرجى الضغط على الزر للبدء.',
  'account.invitation.mail.limit':
    'الرابط يعمل لمدة 7 أيام. إذا وصلتك هذه الرسالة بالخطأ، فلا حاجة إلى فعل أي شيء.',
  'account.invitation.mail.button': 'البدء',
  'account.tokens.title': 'مفاتيح API',
  'account.tokens.lead': 'بواسطة المفتاح يمكن لبرنامج آخر أن يجلب الأرقام أو يعمل في بلديتكم.',
  'account.tokens.none': 'لا توجد مفاتيح بعد.',
  'account.tokens.new': 'مفتاح جديد',
  'account.tokens.name': 'الاسم',
  'account.tokens.name.hint': 'الغرض من المفتاح، مثل Power BI.',
  'account.tokens.scope': 'ما يمكن للمفتاح عمله',
  'account.tokens.scope.stats:read': 'قراءة الإحصاءات',
  'account.tokens.scope.programme:write': 'كل ما يمكن لمكتب التنسيق عمله',
  'account.tokens.months': 'مدة الصلاحية',
  'account.tokens.months.count': `.input {$months :integer}
.match $months
zero {{أقل من شهر}}
one {{شهر واحد}}
two {{شهران}}
few {{{$months} أشهر}}
many {{{$months} شهرًا}}
* {{{$months} شهر}}`,
  'account.tokens.submit': 'إنشاء المفتاح',
  'account.tokens.made': 'تم إنشاء المفتاح',
  'account.tokens.once': 'يرجى نسخه الآن. لن يظهر مرة أخرى. يمكن تجربته هكذا:',
  'account.tokens.expires': 'ينتهي في',
  'account.tokens.lastUsed': 'آخر استخدام',
  'account.tokens.never': 'لم يُستخدم',
  'account.tokens.state': 'الحالة',
  'account.tokens.revoke': 'إيقاف {$name}',
  'account.tokens.revoked': 'موقوف',
  'account.tokens.expired': 'منتهي الصلاحية',
  'programme.administration.title': 'الإدارة',
  'programme.list.title': 'البرامج',
  'programme.list.none': 'لا توجد برامج بعد.',
  'programme.municipality': 'البلدية',
  'programme.name': 'الاسم',
  'programme.name.hint': 'مثلًا Mentor-match i Odense.',
  'programme.alsoServes': 'يستقبل أيضًا أشخاصًا من',
  'programme.alsoServes.hint': 'سكان البلدية نفسها يمكنهم المشاركة دائمًا.',
  'programme.alsoServes.show': 'اختيار البلديات',
  'programme.choose': 'اختيار بلدية',
  'programme.start.title': 'فتح برنامج',
  'programme.coordinators.title': 'المنسّقون',
  'programme.coordinators.none': 'لا يوجد منسّقون بعد.',
  'programme.coordinators.state': 'الحالة',
  'programme.coordinators.active': 'حساب نشط',
  'programme.coordinators.invited': 'أُرسلت الدعوة',
  'programme.coordinators.disabled': 'حساب مغلق',
  'programme.invite.title': 'دعوة شخص إلى مكتب التنسيق',
  'programme.invite.lead': 'تصل إلى هذا الشخص رسالة فيها رابط لاختيار كلمة مرور.',
  'programme.none.title': 'البرنامج',
  'programme.none.lead': 'ليس في البلدية برنامج مفتوح. يمكن فتح برنامج من حساب الإدارة.',
  'programme.serves': 'يستقبل أشخاصًا من {$area}.',
  'programme.yes': 'نعم',
  'programme.sites.title': 'الأماكن',
  'programme.sites.none': 'لا توجد أماكن بعد. يرجى إضافة مكان حتى يمكن التخطيط للقاءات.',
  'programme.site.add': 'إضافة مكان',
  'programme.site.name': 'الاسم',
  'programme.site.address': 'العنوان',
  'programme.site.address.hint': 'كما يجب أن يظهر في الدعوة.',
  'programme.site.vulnerable': 'يقع في منطقة سكنية ذات ظروف صعبة',
  'programme.site.vulnerable.hint': 'يُحسب في التقرير.',
  'programme.partners.title': 'الشركاء',
  'programme.partners.none': 'لا يوجد شركاء بعد.',
  'programme.partner.add': 'إضافة شريك',
  'programme.partner.name': 'الاسم',
  'programme.partner.type': 'النوع',
  'programme.partner.residence': 'البلدية',
  'programme.partner.residence.hint': 'البلدية التي يعمل فيها الشريك.',
  'programme.partner.residence.same': 'بلدية البرنامج نفسها',
  'programme.partner.type.ngo': 'منظمة إنسانية',
  'programme.partner.type.association': 'جمعية',
  'programme.partner.type.housing': 'جمعية سكنية',
  'programme.partner.type.school': 'مدرسة',
  'programme.partner.type.language-school': 'مدرسة لغات',
  'programme.partner.type.asylum-centre': 'مركز لجوء',
  'programme.partner.type.culture-house': 'بيت ثقافة',
  'programme.partner.type.adult-education': 'جمعية لتعليم الكبار',
  'programme.partner.type.other': 'غير ذلك',
  'programme.tokens': 'عرض مفاتيح API',
  'account.confirm.title': 'تأكيد هويتك',
  'account.confirm.code': 'الرمز',
  'account.confirm.codeLead': 'يرجى كتابة الرمز من التطبيق.',
  'account.confirm.codeHint': 'ستة أرقام. إذا ضاع هاتفك، يمكنك كتابة أحد الرموز الاحتياطية.',
  'account.confirm.passwordLead': 'يرجى كتابة كلمة المرور مرة أخرى.',
  'account.confirm.submit': 'متابعة',
  'account.secondFactor.title': 'رمز من تطبيق',
  'account.secondFactor.lead': 'رمز من هاتفك يحمي الحساب، حتى لو عرف آخرون كلمة المرور.',
  'account.secondFactor.begin': 'تشغيل الرمز',
  'account.secondFactor.change': 'تغيير الهاتف',
  'account.secondFactor.off': 'الرمز غير مشغّل.',
  'account.secondFactor.on': 'الرمز مشغّل.',
  'account.secondFactor.app': 'يرجى فتح تطبيق للرموز على هاتفك، مثل Aegis أو Google Authenticator.',
  'account.secondFactor.picture': 'رمز QR يحتوي على المفتاح نفسه: يرجى مسحه بالتطبيق',
  'account.secondFactor.key': 'يرجى مسح الرمز، أو إضافة حساب بهذا المفتاح:',
  'account.secondFactor.open': 'الفتح في التطبيق على هذا الجهاز',
  'account.secondFactor.type': 'يرجى كتابة الرمز الذي يظهر في التطبيق.',
  'account.secondFactor.submit': 'تشغيل',
  'account.recovery.title': 'رموزك الاحتياطية',
  'account.recovery.lead':
    'يرجى حفظها في مكان آمن. إذا ضاع هاتفك، يعمل كل رمز مرة واحدة. هي تظهر الآن فقط.',
  'account.recovery.done': 'حفظتُ الرموز',
  'account.own.title': 'حسابي',
  'account.own.changePassword': 'تغيير كلمة المرور',
  'account.own.current': 'كلمة المرور الحالية',
  'account.own.password': 'كلمة المرور الجديدة',
  'account.sessions.title': 'الأجهزة التي فيها تسجيل دخول إلى حسابك',
  'account.sessions.device': 'المتصفح',
  'account.sessions.begun': 'منذ',
  'account.sessions.seen': 'آخر استخدام',
  'account.sessions.end': 'تسجيل الخروج',
  'account.sessions.unknown': 'غير معروف',
  'account.sessions.this': 'هذا المتصفح',
  'account.sessions.endThis': 'تسجيل الخروج من رقم {$number}',
  'account.sessions.endOthers': 'تسجيل الخروج من كل الأماكن الأخرى',
  'programme.coordinators.act': 'الإجراء',
  'programme.coordinators.reinvite': 'إرسال دعوة جديدة إلى {$name}',
  'programme.coordinators.disable': 'إغلاق حساب {$name}',

  // Problems
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
  'problem.precondition-failed.title': 'تغيّرت البيانات منذ قراءتها',
  'problem.precondition-failed.advice':
    'لم يُحفظ أي شيء. يرجى قراءة البيانات من جديد وإرسال التغيير مع قيمة ETag الجديدة في If-Match.',
  'problem.precondition-required.title': 'الترويسة If-Match غير موجودة',
  'problem.precondition-required.advice':
    'يرجى قراءة البيانات أولًا وإرسال قيمة ETag في If-Match حتى لا يضيع تغيير أحد.',
  'problem.not-free.title': 'هذا الوقت لا يناسب الجميع',
  'problem.not-free.advice': 'يرجى اختيار وقت يناسب كل المدعوّين.',
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

  // People
  'people.front.title': 'Makker يجمع الناس',
  'people.front.lead': 'في المكتبة يلتقي مرشدون متطوّعون ولاجئون. يمكنك اختيار اللغة ثم التسجيل.',
  'people.front.languages': 'اختيار اللغة',
  'people.front.mentor': 'أريد التطوّع للإرشاد',
  'people.front.mentee': 'أريد مرشدًا متطوّعًا',
  'people.front.staff': 'دخول الموظفين',
  'people.register.mentor.title': 'التطوّع للإرشاد',
  'people.register.mentor.lead':
    'من ساعة إلى ساعتين في الأسبوع، لمدة ستة أشهر تقريبًا. التسجيل يحتاج إلى خمس دقائق.',
  'people.register.mentor.topics': 'بماذا يمكنك المساعدة؟',
  'people.register.mentor.topics.other': 'ما الذي يمكن لهذا الشخص المساعدة فيه',
  'people.register.mentee.title': 'الحصول على مرشد متطوّع',
  'people.register.mentee.lead':
    'المرشد شخص متطوّع يلتقي بك ويساعدك. هذا مجاني. يمكنك طلب المساعدة في ملء هذه الصفحة من الأصدقاء أو من المكتبة.',
  'people.register.mentee.lead.other':
    'المرشد متطوع يلتقي بهذا الشخص. الأمر مجاني. يرجى ملء الصفحة مع الشخص نفسه.',
  'people.register.mentee.topics': 'ما نوع المساعدة المطلوبة؟',
  'people.register.mentee.topics.other': 'ما الذي يرغب هذا الشخص في المساعدة فيه',
  'people.form.about': 'معلومات عنك',
  'people.form.about.other': 'عن الشخص',
  'people.form.name': 'الاسم',
  'people.form.email': 'البريد الإلكتروني',
  'people.form.phone': 'رقم الهاتف',
  'people.form.contactHint': 'يرجى كتابة بريدك الإلكتروني أو رقم هاتفك أو الاثنين.',
  'people.form.contactHint.other': 'يرجى كتابة البريد الإلكتروني للشخص أو رقم هاتفه أو كليهما.',
  'people.form.residence': 'البلدية التي فيها سكنك',
  'people.form.residence.other': 'البلدية التي يسكن فيها الشخص',
  'people.form.birthYear': 'سنة الميلاد',
  'people.form.optional': 'الإجابة ليست ضرورية.',
  'people.form.optional.other': 'الإجابة غير إلزامية للشخص.',
  'people.form.sex': 'الجنس',
  'people.form.sexHint':
    'نستخدم هذه المعلومة فقط إذا طلب شخص لقاء امرأة أو رجل، وفي إحصاءات بدون أسماء.',
  'people.form.languages': 'اللغات',
  'people.form.languagesQuestion': 'بأي لغات يمكنك الكلام؟',
  'people.form.languagesQuestion.other': 'ما اللغات التي يتحدثها الشخص؟',
  'people.form.languagesHint': 'يرجى اختيار مستواك في كل لغة. يمكنك ترك اللغات الأخرى.',
  'people.form.languagesHint.other': 'يرجى اختيار مدى إجادة الشخص لكل لغة، وترك البقية.',
  'people.form.extraLanguage': 'لغة أخرى رقم {$line}',
  'people.form.extraLevel': 'ما مستواك في اللغة الأخرى رقم {$line}؟',
  'people.form.extraLevel.other': 'ما مدى إجادة الشخص للغة الأخرى رقم {$line}؟',
  'people.form.choose': 'يرجى الاختيار',
  'people.form.offers': 'يمكنني المساعدة في',
  'people.form.offers.other': 'يمكن للشخص المساعدة في',
  'people.form.needs': 'أريد المساعدة في',
  'people.form.needs.other': 'يرغب الشخص في المساعدة في',
  'people.form.most': 'ما هو الأهم؟',
  'people.form.allTheSame': 'كل شيء مهم بالدرجة نفسها',
  'people.form.danishPractice': 'أريد التدرّب على الكلام بالدنماركية',
  'people.form.danishPractice.other': 'يرغب الشخص في التدرب على التحدث بالدنماركية',
  'people.form.capacity': 'كم شخصًا يمكنك إرشاده؟',
  'people.form.capacity.other': 'لكم شخصًا يرغب هذا الشخص في أن يكون مرشدًا؟',
  'people.form.when': 'متى يمكنك اللقاء؟',
  'people.form.when.other': 'متى يمكن للشخص أن يلتقي؟',
  'people.form.hours': 'الأوقات التي تناسبك في أسبوع عادي',
  'people.form.hoursHint':
    'يرجى وضع علامة على كل وقت يناسبك عادةً. الصباح من الساعة 9 إلى 12، وبعد الظهر من 12 إلى 17، والمساء من 17 إلى 21.',
  'people.form.hoursHint.other':
    'يرجى تحديد كل الأوقات التي تناسب الشخص عادةً. الصباح من 9 إلى 12، وبعد الظهر من 12 إلى 17، والمساء من 17 إلى 21.',
  'people.form.meets': 'كيف يناسبك اللقاء؟',
  'people.form.meets.other': 'كيف يفضّل الشخص أن يلتقي؟',
  'people.form.wishes': 'رغباتك',
  'people.form.wish': 'أفضّل لقاء',
  'people.form.wish.other': 'يفضّل الشخص أن يلتقي',
  'people.form.noWish': 'لا فرق عندي',
  'people.form.wishIsMust': 'هذا ضروري لي',
  'people.form.wishIsMust.other': 'هذا ضروري للشخص',
  'people.form.acceptsChildren': 'يمكن للشخص المشارك إحضار أطفاله',
  'people.form.childrenAlong': 'يكون معي أطفال في اللقاءات',
  'people.form.childrenAlong.other': 'يحضر الشخص أطفاله إلى اللقاءات',
  'people.form.interpreter': 'أوافق على حضور مترجم',
  'people.form.consent': 'موافقتك',
  'people.form.consent.other': 'موافقة الشخص',
  'people.form.trap': 'يرجى ترك هذا الحقل فارغًا',
  'people.form.whoSees':
    'إجاباتك يراها مكتب التنسيق في المكتبة فقط. الشخص الذي نقترحه عليك يرى اسمك الأول واللغات والمواضيع والأوقات المشتركة بينكما، ولا يرى عنوانك. يرجى عدم كتابة رقم CPR أبدًا.',
  'people.form.whoSees.other':
    'لا يرى الإجابات إلا المنسّق في المكتبة. ومن يُقترح لقاؤه مع الشخص يرى الاسم الأول وما يجمعهما من لغات ومواضيع وأوقات، ولا يرى العنوان. يرجى عدم كتابة رقم CPR أبدًا.',
  'people.form.send': 'إرسال',
  'people.profile.title': 'تعديل البيانات',
  'people.profile.who': 'الشخص',
  'people.profile.reach': 'كيف يمكننا التواصل معك',
  'people.profile.reach.other': 'كيف يمكننا الوصول إلى الشخص',
  'people.profile.emailWaits': 'في انتظار التأكيد. حتى ذلك الحين تُرسل الرسائل إلى {$address}.',
  'people.profile.otherWays': 'تفضّل رسالة بالبريد أو الهاتف أو عن طريق جهة تعرفك؟',
  'people.profile.otherWays.other': 'هل الأفضل برسالة ورقية أو بالهاتف أو عن طريق من يعرفه الشخص؟',
  'people.profile.channel': 'الطريقة المفضّلة',
  'people.profile.address': 'عنوان الرسائل البريدية',
  'people.profile.addressHint': 'مطلوب فقط لمن يريد رسائل بالبريد.',
  'people.profile.addressHint.other': 'ضروري فقط إذا رغب الشخص في رسائل ورقية.',
  'people.profile.street': 'الشارع والرقم',
  'people.profile.postcode': 'الرمز البريدي',
  'people.profile.town': 'المدينة',
  'people.profile.language': 'اللغة',
  'people.profile.level': 'المستوى',
  'people.profile.reads': 'قراءة',
  'people.profile.writes': 'كتابة',
  'people.profile.interprets': 'ترجمة للآخرين',
  'people.profile.languagesHint':
    'المستوى A1 بضع كلمات، وB1 محادثة عادية، وC1 كل شيء تقريبًا. السطر من دون لغة لا يُحسب.',
  'people.profile.day': 'اليوم',
  'people.profile.from': 'من',
  'people.profile.to': 'إلى',
  'people.profile.hoursHint': 'الأوقات بأرباع الساعة. السطر من دون يوم لا يُحسب.',
  'people.profile.away': 'أيام لا يناسبني فيها اللقاء',
  'people.profile.away.other': 'أيام لا تناسب الشخص',
  'people.profile.awayHint': 'مثل العطلة. اليوم الأخير محسوب.',
  'people.profile.firstDay': 'أول يوم',
  'people.profile.lastDay': 'آخر يوم',
  'people.profile.distance': 'أقصى مسافة للتنقّل بالكيلومترات',
  'people.profile.distance.other': 'أقصى مسافة بالكيلومترات يقطعها الشخص',
  'people.profile.onlyAtLibrary': 'أفضّل اللقاء في المكتبة فقط',
  'people.profile.onlyAtLibrary.other': 'لا يرغب الشخص في اللقاء إلا في المكتبة',
  'people.profile.interests': 'ما أحبّه',
  'people.profile.interests.other': 'ما يحبه الشخص',
  'people.profile.ageWish': 'عمر الشخص الآخر',
  'people.profile.ageFrom': 'على الأقل',
  'people.profile.ageTo': 'على الأكثر',
  'people.profile.ageIsMust': 'العمر ضروري بالنسبة لي',
  'people.profile.ageIsMust.other': 'العمر ضروري للشخص',
  'people.profile.save': 'حفظ',
  'people.profile.cancel': 'إلغاء',
  'people.channel.any': 'لا فرق',
  'people.channel.email': 'البريد الإلكتروني',
  'people.channel.phone': 'الهاتف',
  'people.channel.letter': 'رسالة بريدية',
  'people.channel.partner': 'عن طريق شريك',
  'people.importance.none': 'لا',
  'people.importance.1': 'سيكون ذلك جيّدًا',
  'people.importance.2': 'هذا مهم',
  'people.importance.3': 'هذا هو الأهم',
  'people.meets.either': 'الاثنان مناسبان',
  'people.meets.in-person': 'وجهًا لوجه',
  'people.meets.online': 'عبر الإنترنت',
  'people.sex.woman': 'امرأة',
  'people.sex.man': 'رجل',
  'people.sex.other': 'غير ذلك',
  'people.sex.undisclosed': 'أفضّل عدم الإجابة',
  'people.level.none': 'لا',
  'people.level.A2': 'قليلًا: محادثات بسيطة',
  'people.level.B2': 'جيدًا: معظم المحادثات',
  'people.level.native': 'اللغة الأم',
  'people.part.morning': 'الصباح',
  'people.part.afternoon': 'بعد الظهر',
  'people.part.evening': 'المساء',
  'people.consent.mentor':
    'نعم، يجوز للمكتبة أن تحفظ معلوماتي وتستخدمها حتى تجد لي شخصًا أرشده. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.mentee':
    'نعم، يجوز للمكتبة أن تحفظ معلوماتي وتستخدمها حتى تجد لي مرشدًا متطوّعًا. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.sharing':
    'نعم، يجوز للمكتبة أن تشارك معلوماتي مع بلدية أخرى إذا أمكنها أن تجد لي ثنائيًا أنسب. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.photo':
    'نعم، يجوز للمكتبة أن تصوّرني وتستخدم الصور للحديث عن المشروع. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.story':
    'نعم، يجوز للمكتبة أن تستخدم قصتي نصًّا مكتوبًا. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.exhibition':
    'نعم، يجوز للمكتبة أن تعرض صورتي وقصتي في معرض. يمكنني سحب موافقتي في أي وقت.',
  'people.consent.press':
    'نعم، يجوز للمكتبة أن تعطي اسمي وصورتي وقصتي للصحف والإذاعة والتلفزيون. يمكنني سحب موافقتي في أي وقت.',
  'people.thanks.title': 'شكرًا لك، وصلتنا إجاباتك',
  'people.thanks.mentor': 'سوف تصلك من مكتب التنسيق دعوة إلى مقابلة.',
  'people.thanks.mentee': 'سوف يبحث مكتب التنسيق عن مرشد يناسبك.',
  'people.thanks.next': 'سوف تتواصل معك المكتبة خلال أسبوع.',
  'people.thanks.mail':
    'إذا كتبت بريدك الإلكتروني فستصلك رسالة بعد قليل. يرجى فتحها والضغط على الزر لنتأكد من أن العنوان لك. وإذا لم يكن لديك بريد إلكتروني فلا حاجة إلى فعل شيء آخر الآن.',
  'people.mail.subject': 'وصلت إجاباتك إلى المكتبة',
  'people.mail.heading': 'شكرًا لك، وصلتنا إجاباتك',
  'people.mail.changedHeading': 'هل هذا بريدك الإلكتروني الجديد؟',
  'people.mail.greeting': 'مرحبًا {$name}',
  'people.mail.text': 'سوف تتواصل معك المكتبة خلال أسبوع.',
  'people.mail.changedText':
    'سُجّل لك في المكتبة بريد إلكتروني جديد: هذا البريد. لن نستعمله إلا بعد أن تضغط على الزر.',
  'people.mail.page':
    'يرجى الضغط على الزر لنتأكد من أن البريد لك. يفتح الزر صفحتك الخاصة، وهناك يمكنك رؤية بياناتك وتعديلها.',
  'people.mail.shared':
    'كان لدينا شخص مسجّل بهذا البريد من قبل. إذا كنت أنت ذلك الشخص أيضًا فيرجى إبلاغ المكتبة لكيلا يتكرر تسجيلك.',
  'people.mail.limit':
    'يعمل الزر لمدة 7 أيام ولمرة واحدة فقط. إذا لم يكن لك علم بالأمر فيمكنك تجاهل هذه الرسالة.',
  'people.mail.button': 'نعم، هذا بريدي الإلكتروني',
  'people.mail.replacedSubject': 'سُجّل بريد إلكتروني جديد في المكتبة',
  'people.mail.replacedHeading': 'سُجّل بريد إلكتروني جديد',
  'people.mail.replacedText':
    'سُجّل لك في المكتبة بريد إلكتروني غير هذا البريد. بعد تأكيده ستصل رسائلنا إليه، وحتى ذلك الحين تصل إلى هنا.',
  'people.mail.replacedNot':
    'إذا كنت أنت من طلب ذلك فلا حاجة إلى فعل شيء. وإن لم يكن كذلك فيرجى الاتصال بالمكتبة أو التراجع عن ذلك في صفحتك الخاصة.',
  'people.mail.replacedButton': 'أرسلوا لي رابط صفحتي الخاصة',
  'people.welcome.title': 'هل هذا بريدك الإلكتروني؟',
  'people.welcome.lead': 'يرجى الضغط على الزر لنتأكد من ذلك، ثم تُفتح صفحتك الخاصة.',
  'people.emailUnconfirmed': 'البريد الإلكتروني غير مؤكد',
  'people.list.title': 'الأشخاص',
  'people.list.filter': 'العرض حسب الدور والحالة',
  'people.list.everybody': 'الجميع',
  'people.list.role': 'الدور',
  'people.list.state': 'الحالة',
  'people.list.since': 'منذ',
  'people.list.empty': 'لا يوجد أحد بعد. يمكن تسجيل تواصل جديد، أو إرسال روابط التسجيل.',
  'people.role.mentor': 'الإرشاد التطوّعي',
  'people.role.mentee': 'المشاركة',
  'people.state.contacted': 'تم التواصل',
  'people.state.interested': 'يوجد اهتمام',
  'people.state.not_interested': 'لا يوجد اهتمام',
  'people.state.no_answer': 'لا يوجد جواب',
  'people.state.registered': 'تم التسجيل',
  'people.state.interview_booked': 'تم تحديد موعد المقابلة',
  'people.state.interviewed': 'تمت المقابلة',
  'people.state.screened': 'تمت المراجعة',
  'people.state.selected': 'تم الاختيار',
  'people.state.rejected': 'لم يتم القبول',
  'people.state.requirements_pending': 'توجد شروط ناقصة',
  'people.state.ready': 'كل شيء جاهز',
  'people.state.offered': 'يوجد اقتراح',
  'people.state.matched': 'تم تكوين ثنائي',
  'people.state.paused': 'توقّف مؤقت',
  'people.state.pausedUntil': 'توقّف مؤقت حتى {$day}',
  'people.state.suspended': 'المشاركة معلّقة',
  'people.state.left': 'انتهت المشاركة',
  'people.page.since': 'منذ {$day}',
  'people.page.more': 'المزيد عن الشخص',
  'people.page.history': 'ما حدث حتى الآن',
  'people.roles.title': 'الأدوار الأخرى لهذا الشخص',
  'people.roles.add.mentor': 'إضافة دور مرشد متطوّع',
  'people.roles.add.mentee': 'إضافة دور شخص مشارك',
  'people.page.profile': 'المعلومات الشخصية',
  'people.page.partner': 'التواصل عن طريق',
  'people.page.newEmail': 'بريد إلكتروني جديد لم يُؤكَّد',
  'people.page.channel': 'طريقة التواصل المفضّلة',
  'people.page.offers': 'مجالات المساعدة',
  'people.page.needs': 'المساعدة المطلوبة',
  'people.page.hours': 'الأوقات المناسبة',
  'people.page.interests': 'الاهتمامات',
  'people.move.title': 'الخطوة التالية',
  'people.move.reason': 'السبب',
  'people.move.reasonHint': 'السبب مطلوب عند الرفض أو إنهاء المشاركة.',
  'people.freeText':
    'اكتب الضروري فقط: لا شيء عن الصحة أو الدين أو أسباب اللجوء. يُحذف بعد 90 يومًا.',
  'people.move.register': 'ملء التسجيل معًا',
  'people.move.interested': 'يوجد اهتمام',
  'people.move.not_interested': 'لا يوجد اهتمام',
  'people.move.no_answer': 'لا يوجد جواب',
  'people.move.interview_booked': 'تم تحديد موعد المقابلة',
  'people.move.interviewed': 'تمت المقابلة',
  'people.move.screened': 'تمت المراجعة',
  'people.move.selected': 'اختيار',
  'people.move.rejected': 'رفض',
  'people.move.requirements_pending': 'انتظار اكتمال الشروط',
  'people.move.ready': 'الإعداد للاقتراحات',
  'people.move.paused': 'توقّف مؤقت',
  'people.move.suspended': 'تعليق المشاركة',
  'people.move.left': 'إنهاء المشاركة',
  'people.move.leftMeans':
    'عند إنهاء المشاركة تُسحب الاقتراحات المفتوحة، وينتهي الثنائي، وتُلغى اللقاءات القادمة، ويُبلَّغ المعنيون بذلك.',
  'people.pause.until': 'تاريخ العودة إلى الجاهزية',
  'people.pause.hint':
    'في هذا اليوم يعود الشخص جاهزًا تلقائيًا. ومن دون تاريخ يستمر التوقّف حتى ينهيه أحد.',
  'people.reason.declined by mentor': 'رفض المرشد',
  'people.reason.declined by mentee': 'رفض الشخص المشارك',
  'people.reason.offer expired': 'لم يصل جواب في الموعد',
  'people.reason.offer withdrawn': 'سُحب الاقتراح',
  'people.reason.match ended': 'انتهى الثنائي',
  'people.reason.interview cancelled': 'أُلغيت المقابلة',
  'people.reason.requirements met': 'كل المتطلبات مستوفاة',
  'people.reason.requirement expired': 'متطلب ناقص أو منتهي الصلاحية',
  'people.reason.no answer': 'لا جواب عن استمرار الاهتمام',
  'people.reason.not interested now': 'لا اهتمام الآن',
  'people.reason.still interested': 'الاهتمام ما زال قائمًا',

  // Requirements
  'requirements.section': 'المقابلة والمتطلبات',
  'requirements.save': 'حفظ',
  'requirements.back': 'العودة إلى',
  'requirements.kind.interview': 'المقابلة',
  'requirements.kind.introductory_course': 'الدورة التمهيدية',
  'requirements.kind.confidentiality': 'تعهّد السرّية',
  'requirements.kind.children_certificate': 'شهادة العمل مع الأطفال',
  'requirements.kind.consent': 'موافقة مكتوبة',
  'requirements.status.missing': 'ناقص',
  'requirements.status.met': 'مستوفى منذ {$met}',
  'requirements.status.metUntil': 'مستوفى منذ {$met}، وصالح حتى نهاية {$until}',
  'requirements.status.expired': 'انتهت الصلاحية في {$until}',
  'requirements.decision.selected': 'تم الاختيار',
  'requirements.decision.rejected': 'تم الرفض',
  'requirements.record.title': 'تسجيل متطلب',
  'requirements.record.lead':
    'يُكتب هنا فقط أن المتطلب مستوفى ومتى. لا تُكتب هنا شهادات ولا أرقامها ولا أرقام CPR.',
  'requirements.record.none': 'لا متطلبات يجب تسجيلها لهذا المرشد.',
  'requirements.record.kind': 'المتطلب',
  'requirements.record.metOn': 'تاريخ الاستيفاء',
  'requirements.record.expiresOn': 'صالح حتى نهاية يوم',
  'requirements.record.expiresHint': 'يُترك فارغًا لتُحسب المدة كما حدّدها البرنامج.',
  'requirements.interview.title': 'المقابلة',
  'requirements.interview.lead': 'لا موعد للمقابلة بعد.',
  'requirements.interview.book': 'تحديد موعد للمقابلة',
  'requirements.interview.toMove': 'تغيير موعد المقابلة أو إلغاؤها',
  'requirements.interview.toRecord': 'تسجيل المقابلة',
  'requirements.interview.notYet': 'بعد بدء المقابلة يمكنك أن تكتب هنا ما نتج عنها.',
  'requirements.interview.move': 'تغيير موعد المقابلة',
  'requirements.interview.cancel': 'إلغاء المقابلة',
  'requirements.interview.record': 'ما نتيجة المقابلة؟',
  'requirements.interview.decision': 'القرار',
  'requirements.interview.booked': 'المقابلة {$when} في {$where}.',
  'requirements.interview.held': 'كانت المقابلة {$when} في {$where}.',
  'requirements.interview.startsAt': 'الموعد',
  'requirements.interview.site': 'المكان',
  'requirements.interview.mailed': 'تصل إلى المتطوّع رسالة فيها الموعد والمكان.',
  'requirements.interview.past': 'لا شيء يُحدَّد هنا بعد الآن. حالة الشخص في صفحته.',
  'requirements.settings.title': 'متطلبات المرشدين',
  'requirements.settings.lead': 'يصبح المرشد جاهزًا عند استيفاء كل ما هو محدَّد هنا.',
  'requirements.settings.change': 'عرض المتطلبات وتعديلها',
  'requirements.settings.kinds': 'ما الذي يجب استيفاؤه؟',
  'requirements.settings.kindsHint':
    'شهادة العمل مع الأطفال مطلوبة فقط ممّن يلتقون أطفالًا دون 15 عامًا. والمقابلة مستوفاة بعد إجرائها.',
  'requirements.settings.lasting': 'ما مدة الصلاحية؟',
  'requirements.settings.lastingHint': 'عدد الشهور. الحقل الفارغ يعني أنه لا تنتهي صلاحيته.',
  'requirements.settings.months': '{$kind}: عدد الشهور',
  'requirements.settings.lacking': `.input {$count :number}
.match $count
zero {{لا مرشد جاهزًا ينقصه شيء.}}
one {{مرشد جاهز واحد ينقصه شيء، ولا يُقترح قبل تسجيله.}}
two {{مرشدان جاهزان ينقصهما شيء، ولا يُقترحان قبل تسجيله.}}
few {{{$count} مرشدين جاهزين ينقصهم شيء، ولا يُقترحون قبل تسجيله.}}
many {{{$count} مرشدًا جاهزًا ينقصهم شيء، ولا يُقترحون قبل تسجيله.}}
* {{{$count} مرشد جاهز ينقصهم شيء، ولا يُقترحون قبل تسجيله.}}`,
  'requirements.mail.subject': 'موعد في المكتبة',
  'requirements.mail.greeting': 'مرحبًا {$name}',
  'requirements.mail.booked.heading': 'موعد لقائنا',
  'requirements.mail.booked.text':
    'هذا هو الموعد والمكان. عند عدم التمكّن من الحضور يرجى الكتابة إلى المكتبة.',
  'requirements.mail.cancelled.heading': 'أُلغي الموعد',
  'requirements.mail.cancelled.text': 'لم يعد هذا الموعد قائمًا. ستصل رسالة من المكتبة بموعد جديد.',

  // Re-confirmation
  'reconfirm.mail.subject': 'سؤال من المكتبة',
  'reconfirm.mail.heading': 'هل ما زال الاهتمام قائمًا؟',
  'reconfirm.mail.greeting': 'مرحبًا {$name}',
  'reconfirm.mail.text': 'مرّت مدّة من الانتظار. هل ما زلت تريد المشاركة؟',
  'reconfirm.mail.until':
    'يرجى الجواب حتى {$day}. إذا لم يصل جواب، تُوقَف المشاركة مؤقتًا. لن تُحذف بياناتك.',
  'reconfirm.mail.button': 'الجواب هنا',
  'reconfirm.yes': 'نعم، ما زال الاهتمام قائمًا',
  'reconfirm.no': 'لا، ليس الآن',
  'reconfirm.thanks.yes': 'شكرًا. مشاركتك مستمرّة، وسنكتب عند وجود جديد.',
  'reconfirm.thanks.no': 'شكرًا على الجواب. المشاركة متوقّفة مؤقتًا. للعودة يرجى الكتابة إلى المكتبة.',
  'reconfirm.asked':
    'أُرسل السؤال بالبريد في {$day} ولم يصل جواب بعد. إذا وصل الجواب بطريقة أخرى، يُسجَّل هنا.',
  'reconfirm.phone': 'ليس لهذا الشخص بريد إلكتروني. يرجى السؤال بالهاتف وتسجيل الجواب هنا.',
  'reconfirm.settings.title': 'السؤال من جديد بعد انتظار طويل',
  'reconfirm.settings.lead':
    'يُسأل من انتظر طويلًا دون ثنائي إن كان الاهتمام قائمًا. ودون جواب تُوقَف المشاركة مؤقتًا ولا تُحذف أبدًا.',
  'reconfirm.settings.after': 'السؤال بعد هذا العدد من الأيام',
  'reconfirm.settings.answer': 'عدد الأيام للجواب',

  // Tasks
  'tasks.title': 'المهام',
  'tasks.lead': 'هذا ما ينتظركم. تختفي المهمة وحدها عند زوال سببها.',
  'tasks.empty': 'لا مهام الآن.',
  'tasks.show': 'عرض الشخص',
  'tasks.done': 'أُنجزت',
  'tasks.by': 'الموعد الأخير: {$day}.',
  'tasks.since': 'كان الموعد الأخير {$day}.',
  'tasks.kind.requirement_expired': 'متطلب ناقص أو منتهي الصلاحية: {$requirement}',
  'tasks.kind.requirement_expiring': 'متطلب تنتهي صلاحيته قريبًا: {$requirement}',
  'tasks.kind.interview_unrecorded': 'المقابلة غير مسجّلة',
  'tasks.kind.reconfirmation_by_phone': 'سؤال بالهاتف: هل ما زال الاهتمام قائمًا؟',
  'tasks.kind.reconfirmation_unanswered': 'لا جواب، والمشاركة متوقّفة مؤقتًا',
  'tasks.kind.mail_refused': 'لم يصل البريد. يرجى تصحيح العنوان أو الاتصال',
  'people.contact.title': 'تسجيل تواصل جديد',
  'people.contact.lead': 'شخص لاجئ تم التواصل معه عن طريق جمعية أو شريك آخر.',
  'people.contact.save': 'حفظ',
  'interest.madlavning': 'الطبخ',
  'interest.sport': 'الرياضة',
  'interest.musik': 'الموسيقى',
  'interest.boeger': 'الكتب',
  'interest.film': 'الأفلام والمسلسلات',
  'interest.haandarbejde': 'الأشغال اليدوية',
  'interest.have': 'الحديقة والنباتات',
  'interest.natur': 'الطبيعة والمشي',
  'interest.spil': 'الألعاب',
  'interest.kunst': 'الفنون',
  'interest.dyr': 'الحيوانات',
  'interest.reparation': 'إصلاح الأشياء',

  'topic.dansk': 'اللغة الدنماركية: كلام وتدريب',
  'topic.skrive_fortaelling': 'كتابة قصة الحياة',
  'topic.it': 'الكمبيوتر و MitID',
  'topic.borger_dk': 'رسائل الدوائر الرسمية',
  'topic.lektier': 'الواجبات والمدرسة',
  'topic.job': 'العمل والتدريب المهني',
  'topic.uddannelse': 'التعليم',
  'topic.fritid': 'وقت الفراغ والجمعيات',
  'topic.netvaerk': 'المعارف والأصدقاء',
  'topic.boern': 'الأطفال والأسرة',
  'topic.sundhed': 'الصحة',
  'topic.transport': 'الدراجة والمواصلات',

  // Proposals
  'proposals.queue.title': 'اقتراحات لثنائيات جديدة',
  'proposals.queue.drafts': 'في انتظار قرارك ({$count})',
  'proposals.queue.offered': 'في انتظار الجواب ({$count})',
  'proposals.queue.empty':
    'لا توجد اقتراحات. يمكن البحث عن ثنائيات جديدة عندما يكون هناك أشخاص جاهزون.',
  'proposals.run.button': 'البحث عن أفضل الثنائيات الآن',
  'proposals.run.never': 'لم يتم البحث عن ثنائيات بعد.',
  'proposals.run.title': 'آخر بحث',
  'proposals.run.summary': '{$at}: عدد الثنائيات {$matched}، ومتوسط النقاط {$average}.',
  'proposals.run.proof': `.input {$pairs :integer}
.match $pairs
zero {{لا توجد ثنائيات ممكنة.}}
one {{ثبت أنه الأفضل: يوجد ثنائي ممكن واحد فقط.}}
two {{ثبت أنه الأفضل: بين ثنائيين ممكنين لا يوجد اختيار أفضل للجميع معًا.}}
few {{ثبت أنه الأفضل: بين {$pairs} ثنائيات ممكنة لا يوجد اختيار أفضل للجميع معًا.}}
many {{ثبت أنه الأفضل: بين {$pairs} ثنائيًا ممكنًا لا يوجد اختيار أفضل للجميع معًا.}}
* {{ثبت أنه الأفضل: بين {$pairs} ثنائي ممكن لا يوجد اختيار أفضل للجميع معًا.}}`,
  'proposals.run.unmatched': 'بدون اقتراح: {$count}',
  'proposals.card.score': '{$points} من 100 نقطة.',
  'proposals.card.since': 'الانتظار منذ {$day}.',
  'proposals.card.part': '{$points} من {$outOf}',
  'proposals.term.topics': 'المواضيع',
  'proposals.term.language': 'اللغة',
  'proposals.term.time': 'الوقت',
  'proposals.term.waiting': 'مدة الانتظار',
  'proposals.term.distance': 'المسافة',
  'proposals.term.interests': 'الرغبات',
  'proposals.approve': 'الموافقة وسؤال الاثنين',
  'proposals.reject.open': 'رفض …',
  'proposals.reject.reason': 'لماذا لا يناسب أحدهما الآخر؟',
  'proposals.reject.button': 'رفض',
  'proposals.state.draft': 'في انتظار قرارك',
  'proposals.state.rejected': 'مرفوض',
  'proposals.state.offered': 'في انتظار الجواب',
  'proposals.state.accepted': 'قال الاثنان نعم',
  'proposals.state.declined': 'كان الجواب لا',
  'proposals.state.expired': 'انتهى الوقت بدون جواب',
  'proposals.state.superseded': 'حلّ محلّه بحث جديد',
  'proposals.state.withdrawn': 'تم سحبه',
  'proposals.away.title': 'أيام الغياب في الأسابيع الأولى',
  'proposals.away.day': '{$name}: الغياب يوم {$from}',
  'proposals.away.days': '{$name}: الغياب من {$from} إلى {$to}، واليومان ضمن الغياب',
  'proposals.page.mentor': 'معلومات المرشد',
  'proposals.page.mentee': 'معلومات الشخص المشارك',
  'proposals.page.match': 'التخطيط للقاء التعارف',
  'proposals.offer.answers': '{$mentor}: {$mentorAnswer}. {$mentee}: {$menteeAnswer}.',
  'proposals.answer.none': 'لا جواب بعد',
  'proposals.answer.yes': 'الجواب نعم',
  'proposals.answer.no': 'الجواب لا',
  'proposals.answer.title': 'الأجوبة',
  'proposals.answer.who': 'لمن هذا الجواب؟',
  'proposals.answer.channel': 'كيف وصل الجواب؟',
  'proposals.answer.by.phone': 'بالهاتف أو في المكتبة',
  'proposals.answer.by.letter': 'برسالة مطبوعة',
  'proposals.answer.by.partner': 'عن طريق شريك',
  'proposals.answer.how': '{$said}، {$how}',
  'proposals.answer.recordYes': 'الجواب نعم',
  'proposals.answer.recordNo': 'الجواب لا',
  'proposals.answerPage.title': 'هل يناسبك لقاء {$name}؟',
  'proposals.answerPage.mentor': 'تقترح المكتبة عليك التطوّع لإرشاد {$name}.',
  'proposals.answerPage.mentee': 'تقترح المكتبة عليك شخصًا متطوّعًا لإرشادك: {$name}.',
  'proposals.answerPage.question': 'جوابك',
  'proposals.answerPage.yes': 'نعم، يناسبني',
  'proposals.answerPage.no': 'لا، شكرًا',
  'proposals.answerPage.why': 'إذا كان الجواب لا، فما السبب؟',
  'proposals.answerPage.whyHint': 'الإجابة ليست ضرورية.',
  'proposals.answerPage.send': 'إرسال الجواب',
  'proposals.answerPage.waiting':
    'جوابك نعم. ننتظر جواب {$name}. يمكنك تغيير جوابك حتى يصل الجوابان.',
  'proposals.answerPage.accepted': 'أنتما الاثنان قلتما نعم. سوف تجد المكتبة موعدًا وتكتب إليكما.',
  'proposals.answerPage.declined':
    'هذا الاقتراح مغلق. شكرًا على الجواب. سوف تستمر المكتبة في البحث.',
  'proposals.answerPage.over': 'هذا الاقتراح لم يعد متاحًا.',
  'proposals.decline.no_time_now': 'ليس لدي وقت الآن',
  'proposals.decline.wrong_topic': 'المواضيع لا تناسبني',
  'proposals.decline.no_common_time': 'الأوقات لا تناسبني',
  'proposals.decline.distance': 'المكان بعيد جدًا',
  'proposals.decline.language': 'اللغة لا تناسبني',
  'proposals.decline.gender_wish': 'أفضّل لقاء شخص آخر',
  'proposals.decline.knows_person': 'أعرف هذا الشخص',
  'proposals.decline.other_person_better': 'شخص آخر مناسب أكثر',
  'proposals.decline.other': 'سبب آخر',
  'proposals.mail.subject': 'اقتراح من المكتبة',
  'proposals.mail.heading': 'هل يناسبك لقاء {$name}؟',
  'proposals.mail.greeting': 'مرحبًا {$name}',
  'proposals.mail.mentor':
    'وجدت المكتبة شخصًا يمكنك إرشاده: {$name}. يظهر في الصفحة ما هو مشترك بينكما. يمكنك الجواب بنعم أو لا.',
  'proposals.mail.mentee':
    'وجدت المكتبة شخصًا متطوّعًا لإرشادك: {$name}. يظهر في الصفحة ما هو مشترك بينكما. يمكنك الجواب بنعم أو لا.',
  'proposals.mail.until': 'يرجى الجواب قبل نهاية يوم {$day}.',
  'proposals.mail.button': 'عرض الاقتراح والجواب',
  'proposals.withdrawnMail.subject': 'جديد من المكتبة',
  'proposals.withdrawnMail.heading': 'تم سحب الاقتراح',
  'proposals.withdrawnMail.text':
    'سألناك قبل مدة قصيرة إن كان يناسبك لقاء شخص. للأسف لن يتم هذا اللقاء، وليس لذلك أي علاقة بك.',
  'proposals.withdrawnMail.next':
    'لا حاجة إلى فعل أي شيء. ستصلك رسالة عند وجود اقتراح جديد. إذا كانت لديك أسئلة، يرجى التواصل مع المكتبة.',

  // Self-service
  'self.mail.subject': 'صفحتك في Makker',
  'self.mail.heading': 'هذه صفحتك',
  'self.mail.text': 'يفتح الزر صفحتك الخاصة. هناك يمكنك رؤية بياناتك وتعديلها.',
  'self.mail.word':
    'إذا فتحت الصفحة في مكان غير الذي طلبت فيه الرابط، فعليك كتابة الرموز الستة التي ظهرت هناك.',
  'self.mail.limit':
    'يعمل الرابط لمدة 10 دقائق ولمرة واحدة فقط. إذا لم تطلبه فيمكنك تجاهل هذه الرسالة.',
  'self.mail.button': 'فتح صفحتي',
  'self.link.title': 'فتح صفحتي',
  'self.link.lead': 'يرجى كتابة بريدك الإلكتروني. سنرسل إليك رابطًا يفتح صفحتك.',
  'self.link.send': 'أرسلوا لي رابطًا',
  'self.link.sent':
    'إذا كان العنوان مسجّلًا لدينا فستصلك رسالة فيها رابط. يعمل الرابط لمدة 10 دقائق.',
  'self.link.word':
    'إذا فتحت الرسالة على هاتف آخر أو حاسوب آخر، فعليك كتابة هذه الرموز الستة هناك. يرجى تدوينها:',
  'self.link.noMail': 'إذا لم يكن لديك بريد إلكتروني، فيمكنك الاتصال بالمكتبة أو زيارتها.',
  'self.roles': 'ما تشارك فيه',
  'self.profile': 'رؤية بياناتي وأوقاتي وتعديلها',
  'self.pause.title': 'أخذ استراحة',
  'self.pause.hint': 'لن نقترحك على أحد في هذه الفترة. من دون تاريخ تستمر الاستراحة حتى تخبرنا.',
  'self.pause.until': 'تاريخ العودة',
  'self.pause.do': 'بدء الاستراحة',
  'self.pause.since': 'أنت في استراحة حتى تخبرنا.',
  'self.pause.through': 'أنت في استراحة حتى {$day}.',
  'self.return': 'أنا جاهز من جديد',
  'self.leave.title': 'إنهاء المشاركة',
  'self.leave.text': 'عندها لن تكون مشاركًا بعد الآن. يمكنك التسجيل من جديد في أي وقت.',
  'self.leave.do': 'نعم، أريد إنهاء المشاركة',
  'self.leave.asked':
    'عندها نسحب الاقتراح، ولن تكون مشاركًا بعد الآن. يمكنك التسجيل من جديد في أي وقت.',
  'self.leave.bound':
    'عندها ينتهي الثنائي الذي تشارك فيه وتُلغى لقاءاتكما، ويُبلَّغ الشخص الآخر بذلك. يمكنك التسجيل من جديد في أي وقت.',
  'self.matched': 'أنت في ثنائي مع {$name}.',
  'self.title': 'مرحبًا {$name}',
  'self.back': 'العودة إلى صفحتي',
  'self.address.title': 'بريدك الإلكتروني الجديد في الانتظار',
  'self.address.waits':
    'أرسلنا رسالة إلى {$address}. يرجى الضغط على الزر فيها قبل {$until}، وعندها نستعمل ذلك العنوان.',
  'self.address.over': 'انتهت صلاحية الرسالة إلى {$address} دون أن يضغط أحد على الزر فيها.',
  'self.address.old': 'وحتى ذلك الحين نرسل الرسائل إلى {$address}.',
  'self.address.none': 'وحتى ذلك الحين لن نرسل إليك رسائل.',
  'self.address.again': 'إعادة إرسال الرسالة',
  'self.address.withdraw': 'الإبقاء على البريد القديم',
  'self.offers': 'اقتراحات لك',
  'self.noOffers': 'لا توجد اقتراحات الآن. سوف تصلك رسالة عندما يوجد اقتراح.',
  'self.see': 'عرض الاقتراح: {$name}',
  'self.meetings': 'لقاءاتك',
  'self.noMeetings': 'لا يوجد لقاء مخطّط له بعد.',

  // Matches and meetings
  'matches.title': 'الثنائيات',
  'matches.empty': 'لا توجد ثنائيات بعد. يتكوّن الثنائي عندما يقول الاثنان نعم للاقتراح.',
  'matches.plan': 'التخطيط للقاء التعارف',
  'matches.agreed': 'تم الاتفاق على: {$topics}',
  'matches.state.accepted': 'قال الاثنان نعم',
  'matches.state.active': 'نشط',
  'matches.state.paused': 'متوقّف مؤقتًا',
  'matches.state.closing': 'ينتهي قريبًا',
  'matches.state.closed': 'منتهٍ',
  'matches.mail.subject': 'جديد من المكتبة',
  'matches.mail.heading': 'انتهى الثنائي',
  'matches.mail.greeting': 'مرحبًا {$name}',
  'matches.mail.text': 'انتهى الثنائي الذي تشارك فيه. اللقاءات المتفق عليها لن تُعقد.',
  'matches.mail.next':
    'لا حاجة إلى فعل أي شيء. سوف تبحث المكتبة عن ثنائي جديد لك. إذا كانت لديك أسئلة، يرجى التواصل مع المكتبة.',
  'meetings.title': 'اللقاءات',
  'meetings.empty': 'لا توجد لقاءات مخطّط لها بعد.',
  'meetings.type.match_meeting': 'لقاء تعارف',
  'meetings.type.meeting': 'لقاء',
  'meetings.state.scheduled': 'مخطّط له',
  'meetings.state.held': 'عُقد',
  'meetings.state.cancelled': 'أُلغي',
  'meetings.state.no_show': 'لم يحضر أحد',
  'meetings.attendance.present': 'حضور',
  'meetings.attendance.absent': 'غياب',
  'meetings.attendance.absent_excused': 'غياب مع اعتذار',
  'meetings.attendance.unknown': 'غير مسجّل',
  'meetings.page.state': 'الحالة: {$state}.',
  'meetings.page.participants': 'المدعوّون إلى اللقاء',
  'meetings.plan.title': 'التخطيط للقاء',
  'meetings.plan.who': 'من سيلتقي؟',
  'meetings.plan.whoHint':
    'يرجى اختيار ثنائي واحد أو أكثر. يمكن للقاء التعارف أن يجمع ثنائيات كثيرة.',
  'meetings.plan.findTimes': 'البحث عن أوقات',
  'meetings.plan.when': 'الوقت والمكان',
  'meetings.plan.times': 'أفضل الأوقات في 14 يومًا القادمة',
  'meetings.plan.noCommonTime':
    'لا يوجد وقت يناسب الجميع. يمكن اختيار ثنائيات أقل، أو طلب أوقات أكثر منهم.',
  'meetings.plan.slotMissing': '{$at} – لا يناسب: {$names}',
  'meetings.plan.site': 'المكان',
  'meetings.plan.minutes': 'المدة بالدقائق',
  'meetings.plan.send': 'التخطيط وإرسال الدعوات',
  'meetings.record.title': 'ماذا كانت نتيجة اللقاء؟',
  'meetings.record.outcome': 'هل عُقد اللقاء؟',
  'meetings.record.absent': 'من لم يحضر؟',
  'meetings.record.agreed': 'ما الاتفاق بين {$mentor} و {$mentee}؟',
  'meetings.record.save': 'حفظ',
  'meetings.record.later': 'عندما يبدأ اللقاء، يمكنك تسجيل نتيجته هنا.',
  'meetings.mail.subject': 'موعد في المكتبة',
  'meetings.mail.heading': 'دعوة إلى لقاء',
  'meetings.mail.greeting': 'مرحبًا {$name}',
  'meetings.mail.text':
    'هنا الوقت والمكان. يمكنك إضافة اللقاء إلى تقويمك بالملف المرفق. إذا كان الموعد لا يناسبك، يرجى التواصل مع المكتبة.',
  'meetings.mail.when': 'الوقت',
  'meetings.mail.where': 'المكان',
  'meetings.mail.fromTo': 'من {$from} إلى {$to}',
  'meetings.mail.off.subject': 'أُلغي الموعد في المكتبة',
  'meetings.mail.off.heading': 'أُلغي اللقاء',
  'meetings.mail.off.text':
    'لن يُعقد اللقاء المذكور أدناه. لا حاجة إلى فعل أي شيء، فالملف المرفق يزيله من تقويمك. إذا كانت لديك أسئلة، يرجى التواصل مع المكتبة.',

  // Mail
  'mail.title': 'البريد',
  'mail.unsent':
    'لا يوجد خادم بريد. هذه الرسائل لم تُرسل. يمكن قراءتها هنا، ثم الاتصال بأصحابها أو طباعتها.',
  'mail.empty': 'لا توجد رسائل بعد.',
  'mail.kind': 'الموضوع',
  'mail.to': 'إلى',
  'mail.state': 'الحالة',
  'mail.at': 'وقت الكتابة',
  'mail.calendar': 'تنزيل ملف التقويم',
  'mail.linkTakenOut':
    'حُذف الرابط لأنه يفتح الصفحة الخاصة بصاحب الرسالة. ويمكن الحصول على رابط جديد من صفحة «فتح صفحتي».',
  'mail.state.pending': 'في الطريق',
  'mail.state.sending': 'يتم الإرسال الآن',
  'mail.state.sent': 'أُرسلت',
  'mail.state.kept': 'لم تُرسل – يمكن قراءتها هنا',
  'mail.state.refused': 'رفضها خادم البريد المستقبِل',
  'mail.state.unknown': 'ربما أُرسلت',
  'mail.state.cancelled': 'لم تعد ضرورية',
  'mail.kind.answer-request': 'اقتراح',
  'mail.kind.email-changed': 'تأكيد بريد إلكتروني جديد',
  'mail.kind.email-replaced': 'إشعار ببريد إلكتروني جديد',
  'mail.kind.interview': 'مقابلة',
  'mail.kind.match-ended': 'انتهاء ثنائي',
  'mail.kind.meeting-cancelled': 'إلغاء لقاء',
  'mail.kind.meeting-invitation': 'دعوة إلى لقاء',
  'mail.kind.offer-withdrawn': 'سحب اقتراح',
  'mail.kind.own-page-link': 'رابط الصفحة الشخصية',
  'mail.kind.reconfirmation': 'سؤال عن استمرار الاهتمام',
  'mail.kind.registration': 'شكر على التسجيل',
  'mail.kind.staff-invitation': 'دعوة إلى مكتب التنسيق',

  // Demo
  'demo.title': 'تجربة Makker',
  'demo.lead': 'كل الأشخاص هنا خياليون. لا يُرسل أي شيء.',
  'demo.who': 'ما الدور الذي يناسبك؟',
  'demo.be.coordinator': 'مكتب التنسيق في Odense',
  'demo.be.mentor': 'مرشد متطوّع',
  'demo.be.mentee': 'شخص مشارك يقرأ العربية',
  'demo.mail': 'قراءة البريد',
  'demo.clock': 'ساعة التجربة',
  'demo.now': 'الوقت في التجربة: {$at}.',
  'demo.noMeeting': 'بعد التخطيط للقاء يمكن تحريك الساعة إلى ما بعده.',
  'demo.next': 'اللقاء القادم في Odense: {$at}.',
  'demo.move': 'تحريك الساعة إلى ما بعد اللقاء',
  'demo.days':
    '.input {$days :integer} .match $days zero {{ترك الساعة كما هي}} one {{تقديم الساعة يومًا واحدًا}} two {{تقديم الساعة يومين}} few {{تقديم الساعة {$days} أيام}} many {{تقديم الساعة {$days} يومًا}} * {{تقديم الساعة {$days} يوم}}',
  'demo.again': 'بعد تقديم الساعة قد يلزم تسجيل الدخول من جديد.',

  // People: lists
  'people.list.residence': 'مكان السكن',
  'people.list.addMentor': 'تسجيل مرشد',
  'people.list.addMentee': 'تسجيل شخص مشارك',
  'people.list.search': 'البحث عن اسم أو بريد إلكتروني أو رقم هاتف',
  'people.list.searchHint':
    'تكفي الحروف الأولى من كل كلمة. لا فرق بين أحمد واحمد، ولا بين فاطمة وفاطمه.',
  'people.list.more': 'مزيد من خيارات التصفية',
  'people.list.speaks': 'اللغة',
  'people.list.programme': 'البرنامج',
  'people.list.missing': 'ينقصه',
  'people.missing.interview': 'مقابلة',
  'people.missing.introductory_course': 'دورة تمهيدية',
  'people.missing.confidentiality': 'تعهّد بالسرّية',
  'people.missing.children_certificate': 'شهادة العمل مع الأطفال',
  'people.missing.consent': 'موافقة',
  'people.list.waitingDays': 'في الحالة نفسها منذ أكثر من هذا العدد من الأيام',
  'people.list.sort': 'الترتيب',
  'people.list.sort.waiting': 'الأقدم في الحالة نفسها أولًا',
  'people.list.sort.newest': 'الأحدث أولًا',
  'people.list.sort.name': 'حسب الاسم',
  'people.list.show': 'عرض',
  'people.list.clear': 'مسح البحث والتصفية',
  'people.list.found': 'عدد الأشخاص: {$count :integer}',
  'people.list.none': 'لا أحد يطابق البحث والتصفية.',
  'people.list.pages': 'الصفحات',
  'people.list.previous': 'الصفحة السابقة',
  'people.list.next': 'الصفحة التالية',
  'people.bulk.title': 'إجراء لعدة أشخاص معًا',
  'people.bulk.chosen': 'الاختيار',
  'people.bulk.choose': 'اختيار {$name}',
  'people.bulk.whom': 'لمن هذا الإجراء؟',
  'people.bulk.ticked': 'من وُضعت علامة أمام أسمائهم',
  'people.bulk.page': 'كل من في هذه الصفحة ({$count :integer})',
  'people.bulk.all':
    'كل من في القائمة ({$count :integer})، وبحدّ أقصى {$mostAtOnce :integer} في المرة الواحدة',
  'people.bulk.to': 'الخطوة التالية',
  'people.bulk.until': 'التوقّف حتى',
  'people.bulk.untilHint': 'للتوقّف المؤقت فقط، ويمكن تركه فارغًا.',
  'people.bulk.move': 'تنفيذ',
  'people.bulk.doneTitle': 'ما تمّ',
  'people.bulk.done': 'الحالة الآن: {$state}. عدد الأشخاص: {$count :integer}.',
  'people.bulk.refused': 'لم يكن ممكنًا: {$count :integer}',
  'people.bulk.moved': 'تمّ',
  'people.bulk.wrongState': 'لا يمكن اتخاذ هذه الخطوة من الحالة: {$state}.',
  'people.bulk.rest':
    'قد يكون في القائمة آخرون: يُؤخذ {$mostAtOnce :integer} كحدّ أقصى في المرة الواحدة. يرجى الرجوع والتكرار.',
  'people.bulk.back': 'الرجوع إلى القائمة',

  // Letters
  'letters.title': 'الرسائل المطبوعة',
  'letters.lead': 'يصل الأشخاصَ الذين لا بريد إلكتروني لهم رسالة مطبوعة: ترحيب واقتراح ولقاء.',
  'letters.empty': 'لا أحد ينتظر رسالة.',
  'letters.none': 'لا يوجد الآن ما يُكتب عنه إلى هذا الشخص.',
  'letters.phoneWhere': 'رقم الهاتف في الرسائل موجود في صفحة البرنامج.',
  'letters.language': 'لغة الرسالة',
  'letters.what': 'الرسالة',
  'letters.kind.welcome': 'ترحيب',
  'letters.kind.offer': 'اقتراح ثنائي',
  'letters.kind.meeting': 'اللقاء: الوقت والمكان',
  'letters.waiting': '{$what}: لم تُطبع بعد',
  'letters.printed': '{$what}: طُبعت في {$day}',
  'letters.print': 'عرض للطباعة',
  'letters.of': 'رسائل إلى {$name}',
  'letters.toPerson': 'إلى صفحة الشخص',
  'letters.answer': 'عند وصول الجواب',
  'letters.recordAnswer': 'تسجيل جواب {$name}',
  'letters.skipped':
    'عدد من لا رسالة لهم من بين المختارين: {$count :integer}. لهم بريد إلكتروني، أو طُبعت رسائلهم.',
  'letters.ready': 'عدد الرسائل الجاهزة: {$count :integer}',
  'letters.howToPrint':
    'للطباعة يُضغط على Ctrl وP. تُطبع الرسائل فقط، ومع كل رسالة نصّها بالدنماركية.',
  'letters.back': 'الرجوع إلى الرسائل',
  'letters.inDanish': 'الرسالة نفسها بالدنماركية',
  'programme.phone': 'رقم الهاتف في الرسائل',
  'programme.phoneHint': 'يمكن الاتصال بهذا الرقم للجواب.',
  'programme.phoneSave': 'تغيير رقم الهاتف',
  'programme.phoneNone': 'لا رقم بعد',

  // Proposals: large pools

  // What the matching core says
  'matching.level.native': 'اللغة الأم',
  'matching.hours': `.input {$hours :number maximumFractionDigits=1}
.match $hours
zero {{أقل من ساعة}}
one {{ساعة واحدة}}
two {{ساعتان}}
few {{{$hours} ساعات}}
many {{{$hours} ساعة}}
* {{{$hours} ساعة}}`,
  'matching.remark.topics-all': 'يمكن لـ {$mentor} المساعدة في كل طلبات {$mentee}: {$topics}.',
  'matching.remark.topics-some': 'يمكن لـ {$mentor} المساعدة في {$topics}.',
  'matching.remark.topics-missing': 'لا يمكن لـ {$mentor} المساعدة في {$topics}.',
  'matching.remark.topics-unnamed': 'لم تُذكر المواضيع التي تهمّ {$mentee}.',
  'matching.remark.talk':
    'لغة الكلام معًا: {$language} ({$mentee}: {$menteeLevel}، {$mentor}: {$mentorLevel}).',
  'matching.remark.interpreter': 'يحتاج اللقاء إلى مترجم.',
  'matching.remark.practice': 'رغبة {$mentee} هي التدرّب على الدنماركية. مستوى {$mentor} فيها جيد.',
  'matching.remark.practice-missing':
    'رغبة {$mentee} هي التدرّب على الدنماركية. مستوى {$mentor} فيها لا يكفي.',
  'matching.remark.time': 'الوقت المشترك في الأسبوع: {$hours} ({$pieces}).',
  'matching.remark.time-short': 'الوقت المشترك في الأسبوع قليل: {$hours} ({$pieces}).',
  'matching.remark.time-none': 'لا يوجد وقت مشترك.',
  'matching.remark.waiting': `.input {$days :integer}
.match $days
zero {{بدأ انتظار {$mentee} اليوم.}}
one {{مدة انتظار {$mentee}: يوم واحد.}}
two {{مدة انتظار {$mentee}: يومان.}}
few {{مدة انتظار {$mentee}: {$days} أيام.}}
many {{مدة انتظار {$mentee}: {$days} يومًا.}}
* {{مدة انتظار {$mentee}: {$days} يوم.}}`,
  'matching.remark.close': 'السكن في البلدية نفسها أو قريب.',
  'matching.remark.near': 'المسافة بين السكنين حوالي {$km} كم.',
  'matching.remark.far': 'المسافة بين السكنين حوالي {$km} كم.',
  'matching.remark.online': 'يكون اللقاء عبر الإنترنت؛ المسافة بين السكنين حوالي {$km} كم.',
  'matching.remark.interests': 'اهتمامات مشتركة: {$interests}.',
  'matching.remark.interests-unknown': 'لا نعرف اهتمامات مشتركة بينهما.',
  'matching.remark.wish-met-gender': 'طلب {$who} بشأن لقاء امرأة أو رجل متوفّر.',
  'matching.remark.wish-met-age': 'طلب {$who} بشأن العمر متوفّر.',
  'matching.remark.wish-unmet-gender': 'طلب {$who} بشأن لقاء امرأة أو رجل غير متوفّر.',
  'matching.remark.wish-unmet-age': 'طلب {$who} بشأن العمر غير متوفّر.',
  'matching.reason.not-ready': 'جاهزية {$mentee} غير مكتملة بعد',
  'matching.reason.requirement-missing': 'لدى {$mentor} شرط ناقص',
  'matching.reason.requirement-expiring': 'أحد شروط {$mentor} ينتهي في {$day}',
  'matching.reason.no-place': 'لا مكان لدى {$mentor} (مشغول {$taken} من {$capacity})',
  'matching.reason.away': '{$who} في غياب حتى {$day}',
  'matching.reason.no-common-language': 'لا توجد لغة مشتركة',
  'matching.reason.language-too-low':
    'المستوى المشترك في {$language} لا يكفي ({$mentee}: {$menteeLevel}، {$mentor}: {$mentorLevel}، المطلوب: {$needed})',
  'matching.reason.no-common-time': 'لا يوجد وقت مشترك',
  'matching.reason.time-too-short': 'أطول وقت مشترك بالدقائق هو {$longest}، والمطلوب {$needed}',
  'matching.reason.too-far': 'المسافة بين السكنين {$km} كم، والحد الأقصى {$limit} كم',
  'matching.reason.no-common-way': 'أحدهما يناسبه اللقاء عبر الإنترنت فقط، والآخر وجهًا لوجه فقط',
  'matching.reason.children': 'مع {$mentee} أطفال، وليس لدى {$mentor} إذن بلقاء الأطفال',
  'matching.reason.gender-wish': 'طلب {$who} بشأن لقاء امرأة أو رجل غير متوفّر',
  'matching.reason.age-wish': 'طلب {$who} بشأن العمر غير متوفّر',
  'matching.reason.excluded': 'لا يجوز اقتراح هذا الثنائي',
  'matching.reason.same-person': 'الاثنان هما الشخص نفسه',
  'matching.whyNot.noMentors': 'لا يوجد مرشدون.',
  'matching.whyNot.noMentees': 'لا يوجد مشاركون.',
  'matching.whyNot.noTalk.mentee': `.input {$others :integer}
.match $others
zero {{لا يوجد مرشدون يمكنهم الكلام مع {$name}.}}
one {{لا لغة مشتركة بمستوى كافٍ بين {$name} والمرشد الوحيد.}}
two {{لا لغة مشتركة بمستوى كافٍ بين {$name} وأي من المرشدين الاثنين.}}
few {{لا لغة مشتركة بمستوى كافٍ بين {$name} وأي من المرشدين، وعددهم {$others}.}}
many {{لا لغة مشتركة بمستوى كافٍ بين {$name} وأي من المرشدين، وعددهم {$others}.}}
* {{لا لغة مشتركة بمستوى كافٍ بين {$name} وأي من المرشدين، وعددهم {$others}.}}`,
  'matching.whyNot.noTalk.mentor': `.input {$others :integer}
.match $others
zero {{لا يوجد مشاركون يمكنهم الكلام مع {$name}.}}
one {{لا لغة مشتركة بمستوى كافٍ بين {$name} والشخص المشارك الوحيد.}}
two {{لا لغة مشتركة بمستوى كافٍ بين {$name} وأي من المشاركين الاثنين.}}
few {{لا لغة مشتركة بمستوى كافٍ بين {$name} وأي من المشاركين، وعددهم {$others}.}}
many {{لا لغة مشتركة بمستوى كافٍ بين {$name} وأي من المشاركين، وعددهم {$others}.}}
* {{لا لغة مشتركة بمستوى كافٍ بين {$name} وأي من المشاركين، وعددهم {$others}.}}`,
  'matching.whyNot.talk.mentee': `.input {$count :integer}
.match $count
zero {{لا يمكن لأي مرشد الكلام مع {$name}: {$details}.}}
one {{يمكن لمرشد واحد الكلام مع {$name}: {$details}.}}
two {{يمكن لمرشدين اثنين الكلام مع {$name}: {$details}.}}
few {{يمكن لـ {$count} مرشدين الكلام مع {$name}: {$details}.}}
many {{يمكن لـ {$count} مرشدًا الكلام مع {$name}: {$details}.}}
* {{يمكن لـ {$count} مرشد الكلام مع {$name}: {$details}.}}`,
  'matching.whyNot.talk.mentor': `.input {$count :integer}
.match $count
zero {{لا يمكن لأي مشارك الكلام مع {$name}: {$details}.}}
one {{يمكن لمشارك واحد الكلام مع {$name}: {$details}.}}
two {{يمكن لمشاركين اثنين الكلام مع {$name}: {$details}.}}
few {{يمكن لـ {$count} مشاركين الكلام مع {$name}: {$details}.}}
many {{يمكن لـ {$count} مشاركًا الكلام مع {$name}: {$details}.}}
* {{يمكن لـ {$count} مشارك الكلام مع {$name}: {$details}.}}`,
  'matching.whyNot.withInterpreter': 'مع {$count} منهم لا بد من مترجم.',
  'matching.whyNot.suitsOtherwise': 'مناسبون لولا ذلك ({$count})',
  'matching.whyNot.neededByOthers': 'مناسبون، ولكن الحاجة إليهم عند آخرين أكبر ({$count})',
  'matching.whyNot.haveAnother': 'مناسبون، ولكن لديهم مرشد آخر ({$count})',
  'matching.obstacle.same-person': 'الشخص نفسه ({$count})',
  'matching.obstacle.excluded': 'لا يجوز اقتراحهم ({$count})',
  'matching.obstacle.not-ready': 'غير جاهزين بعد ({$count})',
  'matching.obstacle.requirement-missing': 'لديهم شرط ناقص ({$count})',
  'matching.obstacle.requirement-expiring': 'لديهم شرط ينتهي قريبًا ({$count})',
  'matching.obstacle.no-place': 'لا مكان لديهم ({$count})',
  'matching.obstacle.away': 'غائبون في الأسابيع القادمة ({$count})',
  'matching.obstacle.children-mentee': 'ليس لديهم إذن بلقاء الأطفال ({$count})',
  'matching.obstacle.children-mentor': 'معهم أطفال ({$count})',
  'matching.obstacle.gender-wish': 'غير مناسبين لطلب لقاء امرأة أو رجل ({$count})',
  'matching.obstacle.age-wish': 'غير مناسبين للعمر المطلوب ({$count})',
  'matching.obstacle.no-common-language': 'بدون لغة مشتركة ({$count})',
  'matching.obstacle.no-common-time': 'بدون وقت مشترك كافٍ ({$count})',
  'matching.obstacle.no-common-way':
    'يناسبهم اللقاء بطريقة أخرى، عبر الإنترنت أو وجهًا لوجه ({$count})',
  'matching.obstacle.too-far': 'سكنهم بعيد جدًا ({$count})',
  'matching.change.none': 'لم نجد تغييرًا واحدًا يساعد.',
  'matching.change.helps':
    'أصغر تغيير مفيد: {$changes}. عندها يمكن تكوين ثنائي من {$mentor} و {$mentee}، ولا يخسر أحد اقتراحه.',
  'matching.change.both': 'الاثنين',
  'matching.change.free-hours': 'وقت إضافي لدى {$who} ({$piece})',
  'matching.change.be-back': 'عودة {$who} من الغياب في {$day}',
  'matching.change.travel-further': 'موافقة {$who} على مسافة {$km} كم',
  'matching.change.meet-online': 'موافقة {$who} على اللقاء عبر الإنترنت',
  'matching.change.be-ready': 'اكتمال جاهزية {$mentee}',
  'matching.change.more-places': 'مكان إضافي لدى {$mentor} (المجموع {$capacity})',
  'matching.change.renew-requirement': 'تجديد شرط {$mentor} حتى {$day} على الأقل',
  'matching.change.meet-requirement': 'اكتمال الشرط الناقص لدى {$mentor}',
  'matching.change.accept-interpreter': 'موافقة {$mentee} على حضور مترجم',
  'matching.change.relax-gender-wish': 'تخلّي {$who} عن طلب لقاء امرأة أو رجل',
  'matching.change.relax-age-wish': 'تخلّي {$who} عن العمر المطلوب',
  'matching.change.accept-children': 'حصول {$mentor} على إذن بلقاء الأطفال',
  'matching.recruit.who':
    'شخص متطوّع في {$municipality}. اللغات: {$languages}. الأوقات: {$pieces}. المواضيع: {$topics}.',
  'matching.recruit.gain': `.input {$matched :integer}
.match $matched
zero {{هذا لا يضيف ثنائيات، ولكن الثنائيات تصبح أنسب (يزيد مجموع النقاط {$points}).}}
one {{هذا يضيف ثنائيًا واحدًا، ويزيد مجموع النقاط {$points}.}}
two {{هذا يضيف ثنائيين اثنين، ويزيد مجموع النقاط {$points}.}}
few {{هذا يضيف {$matched} ثنائيات، ويزيد مجموع النقاط {$points}.}}
many {{هذا يضيف {$matched} ثنائيًا، ويزيد مجموع النقاط {$points}.}}
* {{هذا يضيف {$matched} ثنائي، ويزيد مجموع النقاط {$points}.}}`,
  'matching.recruit.woman': 'يجب أن يكون الشخص امرأة.',
  'matching.recruit.man': 'يجب أن يكون الشخص رجلًا.',
  'matching.recruit.children': 'يجب الحصول على إذن بلقاء من معهم أطفال.',
  'matching.recruit.online': 'يجب أن يكون اللقاء عبر الإنترنت ممكنًا.',
  'matching.recruit.atLeast': '{$language} (على الأقل {$level})',
  'matching.recruit.gainPairs': `.input {$matched :integer}
.match $matched
zero {{هذا لا يضيف ثنائيات.}}
one {{هذا يضيف ثنائيًا واحدًا.}}
two {{هذا يضيف ثنائيين اثنين.}}
few {{هذا يضيف {$matched} ثنائيات.}}
many {{هذا يضيف {$matched} ثنائيًا.}}
* {{هذا يضيف {$matched} ثنائي.}}`,
  'matching.askForMore': 'مكان إضافي لدى {$name} (المجموع {$capacity}).',
  'matching.cost.none': 'لا يخسر أحد شيئًا.',
  'matching.cost.points': 'ينقص مجموع نقاط الجميع {$points}.',
  'matching.cost.unmatched': `.input {$count :integer}
.match $count
zero {{لا يخسر أحد مكانه: {$names}.}}
one {{يخسر شخص آخر مكانه: {$names}.}}
two {{يخسر شخصان آخران مكانيهما: {$names}.}}
few {{يخسر {$count} أشخاص آخرين أماكنهم: {$names}.}}
many {{يخسر {$count} شخصًا آخر أماكنهم: {$names}.}}
* {{يخسر {$count} شخص آخر أماكنهم: {$names}.}}`,

  // Spreadsheets
  'spreadsheets.title': 'إدخال أشخاص من جدول',
  'spreadsheets.lead':
    'يمكنك رفع الجدول المستخدم اليوم. يظهر أولًا ما سيحدث لكل صف. لا يُسجَّل أحد قبل تأكيدك.',
  'spreadsheets.file': 'ملف الجدول',
  'spreadsheets.fileHint':
    'ملف Excel (.xlsx) أو CSV، بحد أقصى 20 ميغابايت و100000 صف. الصف الأول عناوين. يرجى حذف أرقام CPR أولًا.',
  'spreadsheets.role': 'من في الجدول؟',
  'spreadsheets.roleHint': 'إذا ذُكر الدور في الصف نفسه فهو المعتمد.',
  'spreadsheets.role.mentor': 'مرشدون متطوّعون',
  'spreadsheets.role.mentee': 'مشاركون',
  'spreadsheets.role.column': 'كلاهما، كما هو مكتوب في عمود الدور',
  'spreadsheets.sheet': 'اسم الورقة',
  'spreadsheets.sheetHint': 'فقط إذا لم تكن الورقة الأولى في ملف Excel.',
  'spreadsheets.upload': 'عرض ما سيحدث',
  'spreadsheets.waiting': 'في انتظارك',
  'spreadsheets.state.reading': 'تجري قراءة الملف.',
  'spreadsheets.state.ready': 'تمت قراءة الملف وهو في انتظار تأكيدك.',
  'spreadsheets.state.queued': 'الملف ينتظر الإدخال.',
  'spreadsheets.state.importing': 'يجري إدخال الأشخاص. يمكنك إغلاق الصفحة.',
  'spreadsheets.state.done': 'انتهى الأمر. تم إدخال جميع الأشخاص.',
  'spreadsheets.state.cancelled': 'توقّف الإدخال. لم يتم إدخال أحد.',
  'spreadsheets.state.failed': 'لم ينجح الإدخال. لم يتم إدخال أحد. يرجى المحاولة مرة أخرى.',
  'spreadsheets.progress': 'تم إدخال {$imported} من أصل {$total}',
  'spreadsheets.again': 'هل انتهى؟',
  'spreadsheets.another': 'رفع ملف',
  'spreadsheets.cancel': 'إلغاء الملف',
  'spreadsheets.preview': 'ما سيحدث',
  'spreadsheets.nothingYet': 'لم يُسجَّل أحد بعد.',
  'spreadsheets.count.wrong': 'صفوف فيها أخطاء: {$count}',
  'spreadsheets.count.new': 'أشخاص جدد: {$count}',
  'spreadsheets.count.known':
    'أشخاص موجودون من قبل: {$count}. يذكر الجدول شيئًا مختلفًا عن: {$changed}',
  'spreadsheets.wrongTitle': 'يرجى تصحيح الأخطاء أولًا',
  'spreadsheets.wrongLead':
    'يُدخَل الجميع أو لا أحد. يرجى تصحيح الصفوف في جدولك ورفعه مرة أخرى. يمكنك أيضًا تنزيل الصفوف الخاطئة وتصحيحها ورفعها وحدها.',
  'spreadsheets.download': 'تنزيل الصفوف الخاطئة',
  'spreadsheets.confirmTitle': 'إدخال الأشخاص',
  'spreadsheets.confirm': 'إدخال الجميع',
  'spreadsheets.known': 'ماذا عن الموجودين من قبل؟',
  'spreadsheets.knownHint': 'القائمة في الأسفل. الخلية الفارغة لا تغيّر شيئًا.',
  'spreadsheets.known.skip': 'تخطّيهم',
  'spreadsheets.known.update': 'تحديث بياناتهم من الجدول',
  'spreadsheets.consentTitle': 'الموافقة',
  'spreadsheets.consent':
    'وافق جميع من في الملف على أن تحفظ المكتبة بياناتهم للبحث عن شريك مناسب. ومن تم الاتصال بهم فقط يعرفون أن أسماءهم لدينا.',
  'spreadsheets.rows': 'الصفوف',
  'spreadsheets.row': 'الصف',
  'spreadsheets.outcome': 'ماذا سيحدث',
  'spreadsheets.outcome.new': 'جديد',
  'spreadsheets.outcome.known': 'موجود من قبل:',
  'spreadsheets.outcome.changes': 'يذكر الجدول شيئًا مختلفًا.',
  'spreadsheets.outcome.same': 'يذكر الجدول الشيء نفسه.',
  'spreadsheets.filter.all': 'الكل',
  'spreadsheets.filter.wrong': 'الأخطاء فقط',
  'spreadsheets.filter.known': 'الموجودون من قبل فقط',
  'spreadsheets.noRows': 'لا توجد صفوف هنا.',
  'spreadsheets.next': 'الصفوف التالية',
  'spreadsheets.cell': 'الصف {$row}، العمود {$column}:',
  'spreadsheets.notKnown': 'لا نعرف «{$said}».',
  'spreadsheets.write.words': 'اكتب إحدى هذه الكلمات: {$words}.',
  'spreadsheets.write.language': 'اكتب اسم اللغة بالدنماركية، مثل arabisk.',
  'spreadsheets.write.partner': 'صحّح الاسم، أو أضف الشريك أولاً في صفحة البرنامج.',
  'spreadsheets.write.like': 'اكتبها هكذا: {$column}.',
  'spreadsheets.problem': 'خطأ',
  'spreadsheets.repeats': 'الصف {$row} لنفس الشخص الموجود في الصف {$first}. يرجى حذف أحدهما.',
  'spreadsheets.columns': 'معنى الأعمدة',
  'spreadsheets.columnsHint': 'هذا تخمين من العناوين. يرجى تصحيح ما هو خطأ.',
  'spreadsheets.remap': 'قراءة الملف من جديد',
  'spreadsheets.export': 'تنزيل الجميع كجدول',
  'spreadsheets.exportLead':
    'جميع الأشخاص في البلدية وما نعرفه عنهم. يرجى حماية الملف وحذفه بعد الاستخدام.',
  'spreadsheets.exportXlsx': 'تنزيل بصيغة Excel',
  'spreadsheets.exportCsv': 'تنزيل بصيغة CSV',
  'spreadsheets.column.none': 'غير مستخدم',
  'spreadsheets.column.role': 'الدور',
  'spreadsheets.column.name': 'الاسم',
  'spreadsheets.column.email': 'البريد الإلكتروني',
  'spreadsheets.column.phone': 'الهاتف',
  'spreadsheets.column.channel': 'وسيلة الاتصال (بريد إلكتروني، هاتف، رسالة)',
  'spreadsheets.column.street': 'العنوان: الشارع والرقم',
  'spreadsheets.column.postcode': 'الرمز البريدي',
  'spreadsheets.column.town': 'المدينة',
  'spreadsheets.column.residence': 'بلدية السكن',
  'spreadsheets.column.sex': 'الجنس',
  'spreadsheets.column.birthYear': 'سنة الميلاد',
  'spreadsheets.column.locale': 'لغة الرسائل',
  'spreadsheets.column.languages': 'اللغات',
  'spreadsheets.column.level': 'مستوى اللغة (من A1 إلى C2)',
  'spreadsheets.column.reads': 'يقرأ: أيًّا من اللغات',
  'spreadsheets.column.writes': 'يكتب: أيًّا من اللغات',
  'spreadsheets.column.interprets': 'يستطيع الترجمة الشفوية: أيًّا من اللغات',
  'spreadsheets.column.topics': 'العروض أو الاحتياجات',
  'spreadsheets.column.hours': 'الأوقات، مثل tirsdag 17-19',
  'spreadsheets.column.days': 'أيام الأسبوع، إن لم تذكرها الأوقات',
  'spreadsheets.column.away': 'الغياب، مثل 24.12.2026-2.1.2027',
  'spreadsheets.column.meets': 'طريقة اللقاء: حضوريًا أو عبر الإنترنت',
  'spreadsheets.column.furthestDistanceKm': 'أبعد مسافة بالكيلومتر',
  'spreadsheets.column.onlyAtLibrary': 'في المكتبة فقط (نعم أو لا)',
  'spreadsheets.column.interests': 'الاهتمامات',
  'spreadsheets.column.capacity': 'السعة: كم شخصًا في الوقت نفسه',
  'spreadsheets.column.wish': 'الجنس المرغوب، مثل kun kvinde أو helst mand',
  'spreadsheets.column.ageWish': 'العمر المرغوب، مثل helst 30-50',
  'spreadsheets.column.children': 'مع أطفال (نعم أو لا)',
  'spreadsheets.column.wantsDanishPractice': 'يريد التدرب على الدنماركية (نعم أو لا)',
  'spreadsheets.column.interpreterAcceptable': 'لا مانع من وجود مترجم (نعم أو لا)',
  'spreadsheets.column.state': 'الحالة',
  'spreadsheets.column.partner': 'جاء عن طريق (شريك)',
  'spreadsheets.column.consent': 'الموافقة (نعم أو لا)',

  // Runs
  'runs.title': 'البحث عن ثنائيات',
  'runs.again': 'هل انتهى البحث؟',
  'runs.cancel': 'إيقاف البحث',
  'runs.state.queued': 'البحث ينتظر البدء.',
  'runs.state.running': 'البحث جارٍ الآن.',
  'runs.state.done': 'انتهى البحث.',
  'runs.state.cancelled': 'توقّف البحث. لم يتغيّر شيء.',
  'runs.state.failed': 'لم ينجح البحث. لم يتغيّر شيء. يرجى المحاولة مرة أخرى.',
  'runs.step': 'الخطوة {$step :integer} من {$of :integer}: {$name}',
  'runs.percent': 'أُنجز {$percent :integer}%',
  'runs.phase.prepare': 'تجهيز معلومات الأشخاص',
  'runs.phase.score': 'فحص كل الثنائيات الممكنة',
  'runs.phase.solve': 'البحث عن أفضل اختيار',
  'runs.phase.verify': 'التأكد من عدم وجود اختيار أفضل',
  'runs.phase.count': 'حساب الأسباب التي تمنع',
  'runs.whyNot.title': 'لماذا لا؟',
  'runs.whyNot.none': 'كل الجاهزين لديهم اقتراح.',
  'runs.recruit.title': 'عمّن يفيد البحث؟',
  'runs.recruit.lead': 'جرّبنا كل حالة منها ببحث جديد مع مرشد كهذا.',
  'runs.recruit.none': 'لا يفيد الآن أي مرشد جديد.',
  'runs.back': 'العودة إلى البحث',
  'runs.version':
    'أُجري هذا البحث بإصدار أقدم من Makker. تظهر الاقتراحات كما كانت آنذاك، وباقي الصفحة محسوب الآن.',
  'runs.leftOut.title': 'ثنائيات لم تصبح اقتراحات',
  'runs.leftOut.lead': 'تغيّر شيء خلال البحث. يرجى البحث مرة أخرى لإيجاد أشخاص آخرين لهم.',
  'runs.leftOut.not-ready': 'لم يعد أحدهما جاهزًا',
  'runs.leftOut.decided': 'رُفض هذا الثنائي',
  'runs.leftOut.no-place': 'صار آخر مكان لدى المرشد لشخص آخر',
  'runs.unmatched.title': 'بدون اقتراح',
  'runs.unmatched.lead': 'سبب عدم وجود اقتراح، وأصغر تغيير يمكن أن يساعد. المشاركون أولًا.',
  'runs.unmatched.all': 'عرض كل من ليس لديهم اقتراح ({$count})',
  'runs.recruit.try': 'تجربة',
  'runs.askForMore.title': 'من يفيد سؤاله عن مكان إضافي؟',
  'runs.askForMore.lead':
    'عدد من يحتاجون إلى هؤلاء المرشدين أكبر من الأماكن لديهم. جرّبنا كل حالة ببحث جديد مع مكان إضافي.',
  'runs.askForMore.none': 'لا يفيد الآن أن يأخذ أي مرشد شخصًا إضافيًا.',
  'runs.counts.title': 'ما الذي يمنع غالبًا؟',
  'runs.counts.lead': 'قورن كل المرشدين بكل المشاركين. الثنائيات الممكنة: {$feasible} من {$pairs}.',
  'runs.counts.caption': 'ثنائيات لا يمكن اقتراحها. إذا وُجدت أسباب كثيرة، يُحسب الأول.',
  'runs.counts.reason': 'السبب',
  'runs.counts.pairs': 'عدد الثنائيات',
  'runs.reason.same-person': 'الشخص نفسه',
  'runs.reason.excluded': 'سبق السؤال أو اللقاء، أو رُفض الثنائي',
  'runs.reason.not-ready': 'الشخص المشارك غير جاهز',
  'runs.reason.requirement-missing': 'لدى المرشد شرط ناقص',
  'runs.reason.requirement-expiring': 'أحد شروط المرشد ينتهي قريبًا',
  'runs.reason.no-place': 'لا مكان لدى المرشد',
  'runs.reason.away': 'أحدهما غائب في الأسابيع القادمة',
  'runs.reason.children': 'مع الشخص المشارك أطفال، وليس لدى المرشد إذن بذلك',
  'runs.reason.gender-wish': 'طلب لقاء امرأة أو رجل',
  'runs.reason.age-wish': 'طلب بشأن العمر',
  'runs.reason.no-common-language': 'لا لغة يتكلمها الاثنان جيدًا',
  'runs.reason.no-common-time': 'الوقت المشترك قليل جدًا',
  'runs.reason.no-common-way': 'أحدهما عبر الإنترنت فقط، والآخر وجهًا لوجه فقط',
  'runs.reason.too-far': 'المسافة بين السكنين كبيرة',
  'runs.stability': `.input {$count :integer}
.match $count
zero {{لا يوجد ثنائي آخر أفضل للطرفين معًا.}}
one {{حالات يكون فيها ثنائي آخر أفضل للطرفين معًا: {$count}. هذا ثمن أن يكون لأكبر عدد اقتراح جيد.}}
two {{حالات يكون فيها ثنائي آخر أفضل للطرفين معًا: {$count}. هذا ثمن أن يكون لأكبر عدد اقتراح جيد.}}
few {{حالات يكون فيها ثنائي آخر أفضل للطرفين معًا: {$count}. هذا ثمن أن يكون لأكبر عدد اقتراح جيد.}}
many {{حالات يكون فيها ثنائي آخر أفضل للطرفين معًا: {$count}. هذا ثمن أن يكون لأكبر عدد اقتراح جيد.}}
* {{حالات يكون فيها ثنائي آخر أفضل للطرفين معًا: {$count}. هذا ثمن أن يكون لأكبر عدد اقتراح جيد.}}`,
  'runs.settled.locked': 'ثنائيات محددة مسبقًا: {$count}',
  'runs.settled.excluded': 'ثنائيات لا يجوز اقتراحها: {$count}',
  'runs.pairs.title': 'كل الثنائيات لشخص واحد',
  'runs.pairs.lead': 'يرجى اختيار شخص لرؤية تقييم كل ثنائي.',
  'runs.pairs.name': 'الاسم أو جزء منه',
  'runs.pairs.find': 'بحث',
  'runs.pairs.found': 'عدد النتائج: {$count}',
  'runs.pairs.of': 'ثنائيات {$name}',
  'runs.pairs.order': 'الاقتراح أولًا، ثم الممكن حسب النقاط، وأخيرًا ما لا يمكن اقتراحه.',
  'runs.pairs.recomputed':
    'أُجري هذا البحث بإصدار أقدم من Makker. يظهر الاقتراح كما كان آنذاك، والثنائيات الأخرى مقيّمة الآن.',
  'runs.pairs.parts': 'تفاصيل النقاط',
  'runs.pairs.state.proposed': 'مقترح.',
  'runs.pairs.state.locked': 'محدد مسبقًا.',
  'runs.pairs.state.possible': 'ممكن.',
  'runs.pairs.state.closed': 'لا يمكن اقتراحه:',
  'runs.pairs.see.mentee': 'عرض كل المرشدين لهذا الشخص',
  'runs.pairs.see.mentor': 'عرض كل المشاركين لهذا المرشد',
  'runs.pages.label': 'الصفحات',
  'runs.pages.at': 'صفحة {$page} من {$pages}',
  'runs.pages.previous': 'السابق',
  'runs.pages.next': 'التالي',
  'runs.whatIf.title': 'ماذا لو؟',
  'runs.whatIf.lead':
    'يمكنك تجربة حتى أربع طرق أخرى للأشخاص أنفسهم ومقارنتها. لا يُحفظ شيء، ولا يصل خبر إلى أحد.',
  'runs.whatIf.open': 'تجربة شروط أخرى',
  'runs.whatIf.try': 'تجربة {$number}',
  'runs.whatIf.asNow': 'كما الآن',
  'runs.whatIf.objective': 'ما هو الأهم؟',
  'runs.whatIf.weights': 'ما أهمية كل شيء؟',
  'runs.whatIf.factor.none': 'لا يُحسب',
  'runs.whatIf.factor.half': 'نصف ما هو الآن',
  'runs.whatIf.factor.double': 'ضعف ما هو الآن',
  'runs.whatIf.morePlaces': 'أماكن إضافية',
  'runs.whatIf.who': 'من لديه أماكن إضافية؟',
  'runs.whatIf.nobody': 'لا أحد',
  'runs.whatIf.everyone': 'كل المرشدين',
  'runs.whatIf.places': 'كم مكانًا إضافيًا؟',
  'runs.whatIf.takeMore': 'أماكن إضافية – {$who}: {$places}',
  'runs.whatIf.mentor': 'مرشد إضافي',
  'runs.whatIf.mentorHint':
    'يمكن وصف مرشد قد ينضمّ. إذا لم يكن هناك مرشد إضافي، تبقى البلدية فارغة.',
  'runs.whatIf.residence': 'السكن في',
  'runs.whatIf.language': 'اللغات: الدنماركية و',
  'runs.whatIf.noOther': 'لا لغة أخرى',
  'runs.whatIf.level': 'ما مستوى اللغة الأخرى؟',
  'runs.whatIf.day': 'اليوم',
  'runs.whatIf.from': 'من الساعة (17:00)',
  'runs.whatIf.to': 'حتى الساعة (19:00)',
  'runs.whatIf.meets': 'كيف يكون اللقاء؟',
  'runs.whatIf.anySex': 'غير مهم',
  'runs.whatIf.capacity': 'عدد المشاركين',
  'runs.whatIf.children': 'لديه إذن بلقاء من معهم أطفال',
  'runs.whatIf.offers': 'المواضيع',
  'runs.whatIf.compare': 'مقارنة',
  'runs.whatIf.clear': 'البدء من جديد',
  'runs.whatIf.again': 'تجربة شيء آخر',
  'runs.whatIf.result': 'مقارنة النتائج',
  'runs.whatIf.asItWas': 'كما في البحث',
  'runs.whatIf.comparable': 'النقاط في كل الأعمدة محسوبة بطريقة البرنامج الحالية، لتسهل المقارنة.',
  'runs.whatIf.changes': 'ما الذي يتغيّر في التجربة {$number}؟',
  'runs.whatIf.noChanges': 'لا تتغيّر أي ثنائيات.',
  'runs.whatIf.newMentor': 'مرشد إضافي في {$municipality}',
  'runs.whatIf.newcomer': 'المرشد الجديد',
  'runs.whatIf.audit': 'من لديهم اقتراح؟',
  'runs.whatIf.auditLead': 'نسبة من لديهم اقتراح في كل مجموعة.',
  'runs.change.moved': '{$mentee}: {$after} بدلًا من {$before}',
  'runs.change.gained': '{$mentee}: {$after}، وقبل ذلك بدون اقتراح',
  'runs.change.lost': '{$mentee}: بدون اقتراح، وقبل ذلك {$before}',
  'runs.change.more': 'وغيرها {$count} لا تظهر هنا.',
  'runs.objective.coverage': 'أكبر عدد ممكن، والأطول انتظارًا أولًا',
  'runs.objective.score': 'أعلى مجموع نقاط',
  'runs.objective.worst-off': 'أكبر عدد ممكن، مع رفع أقل النقاط',
  'runs.figure.matched': 'الثنائيات',
  'runs.figure.unmatched': 'مشاركون بدون اقتراح',
  'runs.figure.total': 'مجموع النقاط',
  'runs.figure.lowest': 'أقل النقاط',
  'runs.figure.medianWait': 'مدة الانتظار المعتادة بدون اقتراح (بالأيام)',
  'runs.figure.longestWait': 'أطول انتظار بدون اقتراح (بالأيام)',
  'runs.figure.moved': 'ثنائيات مختلفة',
  'runs.fairness.title': 'كيف كانت النتيجة لكل مجموعة؟',
  'runs.fairness.lead':
    'الجنس والعمر واللغة لا تدخل أبدًا في النقاط. المجموعات الأصغر من {$below} لا تظهر.',
  'runs.fairness.age': 'العمر',
  'runs.fairness.mentees': 'المشاركون',
  'runs.fairness.matchRate': 'لديهم اقتراح',
  'runs.fairness.medianWait': 'مدة الانتظار المعتادة (بالأيام)',
  'runs.fairness.overrideRate': 'رفضها مكتب التنسيق',
  'runs.fairness.tooSmall': 'المجموعات صغيرة، فلا تظهر.',
  'runs.fairness.hidden': 'مخفي',
  'runs.alternatives.title': 'مرشدون آخرون: {$name}',
  'runs.alternatives.lead':
    'الاقتراح من {$day} هو {$name}. هذا ما يخسره الجميع معًا عند اختيار شخص آخر.',
  'runs.alternatives.none': 'لا يوجد شخص آخر يمكنه اللقاء.',
  'runs.alternatives.back': 'العودة إلى الاقتراح',
  'proposals.page.alternatives': 'عرض مرشدين آخرين، وما يخسره الجميع',

  // Command line
  'cli.why': 'السبب',
  'cli.against': 'ولكن',
  'cli.locked': 'متفق عليه من قبل',
  'cli.lockedAgainst': 'متفق عليه، مع أن',
  'cli.proposals': 'الاقتراحات، أعلى النقاط أولًا (من 0 إلى 100)',
  'cli.noProposals': 'لا توجد ثنائيات للاقتراح.',
  'cli.mentees': 'مشاركون بدون اقتراح',
  'cli.mentors': 'مرشدون بدون اقتراح',
  'cli.recruits': 'من نحتاج إليهم',
  'cli.summary': `.input {$matched :integer}
.match $matched
zero {{لا توجد اقتراحات. عدد المشاركين الجاهزين {$ready}، ومجموع النقاط {$total}.}}
one {{يوجد اقتراح واحد. عدد المشاركين الجاهزين {$ready}، ومجموع النقاط {$total}. ثبت أنه لا يوجد اختيار أفضل.}}
two {{يوجد اقتراحان. عدد المشاركين الجاهزين {$ready}، ومجموع النقاط {$total}. ثبت أنه لا يوجد اختيار أفضل.}}
few {{توجد {$matched} اقتراحات. عدد المشاركين الجاهزين {$ready}، ومجموع النقاط {$total}. ثبت أنه لا يوجد اختيار أفضل.}}
many {{يوجد {$matched} اقتراحًا. عدد المشاركين الجاهزين {$ready}، ومجموع النقاط {$total}. ثبت أنه لا يوجد اختيار أفضل.}}
* {{يوجد {$matched} اقتراح. عدد المشاركين الجاهزين {$ready}، ومجموع النقاط {$total}. ثبت أنه لا يوجد اختيار أفضل.}}`,
  'topic.football': 'كرة القدم',
  'topic.cooking': 'الطبخ',
  'topic.music': 'الموسيقى',
  'topic.books': 'الكتب',
  'topic.gardening': 'العمل في الحديقة',
  'topic.cycling': 'ركوب الدراجة',
  'topic.handicraft': 'الأشغال اليدوية',
  'topic.film': 'الأفلام',
  'topic.photography': 'التصوير',
  'topic.nature': 'الطبيعة',
  'topic.small-children': 'الأطفال الصغار',
  'topic.nurse': 'التمريض',
  'topic.teacher': 'التدريس',
  'topic.engineer': 'الهندسة',
  'topic.craftsman': 'الحِرف',
  'topic.history': 'التاريخ',
  'topic.swimming': 'السباحة',

  // Topics within a sentence
  'topic.in.dansk': 'اللغة الدنماركية',
  'topic.in.skrive_fortaelling': 'كتابة قصة الحياة',
  'topic.in.it': 'الكمبيوتر (MitID)',
  'topic.in.borger_dk': 'رسائل الدوائر الرسمية',
  'topic.in.lektier': 'الواجبات والمدرسة',
  'topic.in.job': 'العمل والتدريب المهني',
  'topic.in.uddannelse': 'التعليم',
  'topic.in.fritid': 'وقت الفراغ والجمعيات',
  'topic.in.netvaerk': 'المعارف والأصدقاء',
  'topic.in.boern': 'الأطفال والأسرة',
  'topic.in.sundhed': 'الصحة',
  'topic.in.transport': 'الدراجة والمواصلات',

  // Privacy
  'privacy.title': 'البيانات الشخصية',
  'privacy.link': 'الموافقات والتنزيل والحذف',
  'privacy.requests': 'طلبات الحذف',
  'privacy.noRequests': 'لا أحد ينتظر الحذف.',
  'privacy.askedOn': 'تاريخ الطلب {$day}',
  'privacy.retention': 'مدة حفظ البيانات',
  'privacy.retentionLead': 'كل ليلة يُحذف ما انتهت مدة حفظه. أرقام التقارير لا تتغيّر.',
  'privacy.what': 'البيانات',
  'privacy.kept': 'مدة الحفظ',
  'privacy.due': 'يُحذف الليلة القادمة',
  'privacy.months': 'عدد الأشهر: {$months}',
  'privacy.days': 'عدد الأيام: {$days}',
  'privacy.rule.never-begun': 'جهات الاتصال دون رد، والتسجيلات التي لم تُؤكَّد',
  'privacy.rule.never-matched': 'أشخاص توقفوا دون ثنائي',
  'privacy.rule.closed': 'أشخاص انتهى ثنائيهم وتوقفوا',
  'privacy.rule.notes': 'أسباب كُتبت عن شخص',
  'privacy.rule.interviews': 'أسباب القرارات بعد المقابلات',
  'privacy.rule.rejections': 'أسباب رفض الاقتراحات',
  'privacy.rule.addresses': 'عناوين بريد جديدة لم يؤكدها أحد',
  'privacy.rule.record': 'السجل: من اطّلع وماذا فُعل',
  'privacy.rule.mail': 'الرسائل المرسلة',
  'privacy.rule.files': 'جداول لم يُتخذ قرار بشأنها',
  'privacy.rule.links': 'الروابط المستعملة والمنتهية',
  'privacy.rule.requests': 'طلبات رابط الصفحة الشخصية',
  'privacy.rule.sessions': 'جلسات الدخول المنتهية',
  'privacy.rule.attempts': 'محاولات تسجيل الدخول',
  'privacy.rule.devices': 'المتصفحات المعروفة',
  'privacy.rule.tokens': 'مفاتيح API المنتهية والملغاة',
  'privacy.rule.jobs': 'مهام الانتظار المنتهية',
  'privacy.rule.tombstones': 'علامات حذف الأشخاص، دون أسماء',
  'privacy.of': 'البيانات الشخصية: {$name}',
  'privacy.hasAsked': 'تاريخ طلب حذف البيانات: {$day}.',
  'privacy.consents': 'الموافقات',
  'privacy.consentsLead': 'يرجى قراءة النص للشخص قبل تدوين الموافقة. سحب الموافقة يسري فورًا.',
  'privacy.rights': 'حقوق الشخص',
  'privacy.exportFor': 'تنزيل كل ما هو محفوظ عن الشخص',
  'privacy.erase': 'حذف الشخص',
  'privacy.back': 'العودة إلى الشخص',
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
  'privacy.eraseOf': 'حذف {$name}؟',
  'privacy.eraseLead': 'لا يمكن التراجع عن ذلك.',
  'privacy.eraseGone':
    'يُحذف الاسم والعناوين والبيانات والموافقات والرسائل والروابط وكل ما كُتب عن الشخص.',
  'privacy.eraseKept': 'تبقى أرقام التقارير كما هي. لا أحد يرى عمّن هي.',
  'privacy.aheadMatch':
    'ينتهي الثنائي مع {$name}. يُبلَّغ الطرف الآخر بالبريد الإلكتروني دون ذكر السبب. وإن لم يكن له بريد إلكتروني فيرجى إبلاغه مباشرة.',
  'privacy.aheadProposal': 'يُسحب الاقتراح مع {$name}.',
  'privacy.aheadMeeting':
    'يُستبعد الشخص من اللقاء في {$at}. ومن لم يبقَ له من يلتقيه تصله رسالة بإلغائه.',
  'privacy.eraseNow': 'حذف نهائي',
  'privacy.eraseNot': 'تراجع',

  // Audit
  'audit.action.person-registered': 'تسجيل شخص',
  'audit.action.role-added': 'أضاف دورًا آخر لشخص',
  'audit.action.contact-recorded': 'تدوين جهة اتصال',
  'audit.action.enrolment-moved': 'تغيير مرحلة شخص في البرنامج',
  'audit.action.letter-printed': 'طبع رسالة إلى شخص',
  'audit.action.profile-changed': 'تغيير بيانات شخص',
  'audit.action.email-confirmed': 'تأكيد البريد الإلكتروني',
  'audit.action.task-done': 'أنجز مهمة',
  'audit.action.requirement-recorded': 'سجّل متطلبًا',
  'audit.action.requirements-set': 'غيّر متطلبات المرشدين',
  'audit.action.interview-booked': 'حدّد موعد مقابلة أو غيّره',
  'audit.action.interview-cancelled': 'ألغى مقابلة',
  'audit.action.interview-recorded': 'سجّل مقابلة',
  'audit.action.reconfirmation-asked': 'سأل إن كان الاهتمام قائمًا',
  'audit.action.reconfirmation-answered': 'تلقّى الجواب عن استمرار الاهتمام',
  'audit.action.person-imported': 'أدخل شخصًا من جدول',
  'audit.action.import-changed': 'غيّر أعمدة جدول بيانات',
  'audit.action.import-confirmed': 'وافق على استيراد',
  'audit.action.import-cancelled': 'ألغى استيرادًا',
  'audit.action.programme-changed': 'غيّر إعدادات البرنامج',
  'audit.action.people-exported': 'نزّل جميع الأشخاص كجدول',
  'audit.action.consent-given': 'إعطاء موافقة',
  'audit.action.consent-withdrawn': 'سحب موافقة',
  'audit.action.person-viewed': 'الاطّلاع على بيانات شخص',
  'audit.action.person-listed': 'ظهور شخص في قائمة',
  'audit.action.mail-read': 'قراءة رسالة موجّهة إلى شخص',
  'audit.action.audit-read': 'قراءة السجل',
  'audit.action.many-viewed': 'اطّلاع على عدد كبير غير معتاد من الأشخاص في يوم واحد',
  'audit.action.person-exported': 'تنزيل كل البيانات عن شخص',
  'audit.action.erasure-requested': 'طلب حذف البيانات',
  'audit.action.person-erased': 'حذف شخص',
  'audit.action.matching-run': 'طلب اقتراح ثنائيات',
  'audit.action.run-cancelled': 'إيقاف حساب الاقتراحات',
  'audit.action.proposal-approved': 'قبول اقتراح',
  'audit.action.proposal-rejected': 'رفض اقتراح',
  'audit.action.proposal-answered': 'جواب عن اقتراح',
  'audit.action.proposal-expired': 'انتهاء مدة اقتراح دون جواب',
  'audit.action.proposal-withdrawn': 'سحب اقتراح',
  'audit.action.match-opened': 'بدء ثنائي',
  'audit.action.match-closed': 'انتهاء ثنائي',
  'audit.action.meeting-planned': 'تحديد لقاء',
  'audit.action.meeting-recorded': 'تدوين ما جرى في لقاء',
  'audit.action.meeting-left': 'خروج من لقاء',
  'audit.action.link-created': 'إنشاء رابط لتسجيل الدخول',
  'audit.action.programme-started': 'إنشاء البرنامج',
  'audit.action.site-added': 'إضافة مكان لقاء',
  'audit.action.partner-added': 'إضافة شريك',
  'audit.action.colleague-invited': 'دعوة زميل',
  'audit.action.colleague-disabled': 'إغلاق دخول زميل',
  'audit.action.password-changed': 'تغيير كلمة المرور',
  'audit.action.account-linked': 'أول تسجيل دخول عبر نظام البلدية',
  'audit.action.session-ended': 'تسجيل خروج جهاز',
  'audit.action.token-created': 'إنشاء مفتاح API',
  'audit.action.token-revoked': 'إلغاء مفتاح API',
  'audit.title': 'من اطّلع وماذا فُعل',
  'audit.lead':
    'كل ما جرى في برنامجكم، وكل مرة اطّلع فيها أحد على بيانات شخص. لا يمكن لأحد تغيير القائمة أو الحذف منها.',
  'audit.flags': 'الاطّلاع على أكثر من {$most} شخصًا في يوم واحد',
  'audit.when': 'متى',
  'audit.who': 'من',
  'audit.what': 'ماذا',
  'audit.whom': 'عن من',
  'audit.from': 'من يوم',
  'audit.through': 'حتى يوم',
  'audit.everything': 'كل شيء',
  'audit.everybody': 'الجميع',
  'audit.show': 'عرض',
  'audit.more': 'عرض الأقدم',
  'audit.empty': 'لا شيء يطابق الاختيار.',
  'audit.allPeople': 'عرض الجميع',
  'audit.ofPerson': 'عرض من اطّلع على هذه البيانات أو غيّرها',
  'audit.actor.staff': 'زميل سابق أو حساب الإدارة',
  'audit.actor.person': 'الشخص نفسه',
  'audit.actor.client': 'برنامج حاسوبي',
  'audit.actor.public': 'استمارة التسجيل',
  'audit.actor.system': 'Makker تلقائيًا',
} satisfies Translation
