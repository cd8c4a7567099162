import type { cli as danish } from '../da/cli.ts'

export const cli = {
  'cli.why': 'Why',
  'cli.against': 'But',
  'cli.locked': 'fixed beforehand',
  'cli.lockedAgainst': 'Fixed although',
  'cli.proposals': 'Proposals, the best score first (0–100)',
  'cli.noProposals': 'No pair can be proposed.',
  'cli.mentees': 'Mentees without a proposal',
  'cli.mentors': 'Mentors without a proposal',
  'cli.recruits': 'Whom to look for',
  'cli.summary':
    '.input {$matched :integer} .match $matched one {{{$matched} of the {$ready} mentees who are ready has a proposal. Total score {$total}, proved to be the best possible.}} * {{{$matched} of the {$ready} mentees who are ready have a proposal. Total score {$total}, proved to be the best possible.}}',
} satisfies Record<keyof typeof danish, string>
