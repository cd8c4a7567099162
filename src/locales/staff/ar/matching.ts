import type { matching as danish } from '../da/matching.ts'

export const matching = {
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
} satisfies Record<keyof typeof danish, string>
