import type { cli as danish } from '../da/cli.ts'

export const cli = {
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
} satisfies Record<keyof typeof danish, string>
