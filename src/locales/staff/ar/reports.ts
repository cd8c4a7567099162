import type { reports as danish } from '../da/reports.ts'

export const reports = {
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
  'report.measure.meeting.pairMeetings': 'عدد المرات التي التقى فيها ثنائي',
  'report.measure.meeting.attendanceRate': 'نسبة من حضروا من المنتظرين في اللقاء',
  'report.measure.meeting.perActiveMonth': 'اللقاءات لكل ثنائي نشط في الشهر',
  'report.measure.meeting.hours': 'ساعات اللقاءات',
  'report.measure.meeting.mentorHours': 'الساعات التي قضاها المرشدون في اللقاءات',
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
  'report.definition.T2':
    'من الأشخاص الذين سُجّل حضورهم في لقاءات الفترة: نسبة من حضروا. اللقاءات غير المسجلة لا تدخل في الحساب.',
  'report.definition.T3':
    'عدد المرات التي التقى فيها ثنائي في الفترة، مقسومًا على عدد الأشهر التي كانت فيها الثنائيات نشطة. لقاء يضم ثلاثة ثنائيات يُحسب ثلاث مرات.',
  'report.definition.T4':
    'الساعات التي دامتها اللقاءات المعقودة، وكما كان مقررًا إذا لم يُذكر غير ذلك. ما يجيب به ثنائي عن شهر كامل يُحسب بدل المسجَّل إذا كان أكثر.',
  'report.definition.T5':
    'لقاءات التعارف التي عُقدت، والثنائيات التي حضرت، وما اتفقت عليه الثنائيات في الفترة.',
} satisfies Record<keyof typeof danish, string>
