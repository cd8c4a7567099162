export const cli = {
  'cli.why': 'Fordi',
  'cli.against': 'Men',
  'cli.locked': 'aftalt på forhånd',
  'cli.lockedAgainst': 'Aftalt, selv om',
  'cli.proposals': 'Forslag, bedste score først (0–100)',
  'cli.noProposals': 'Der er ingen par at foreslå.',
  'cli.mentees': 'Mentees uden forslag',
  'cli.mentors': 'Mentorer uden forslag',
  'cli.recruits': 'Hvem der er brug for',
  'cli.summary':
    '.input {$matched :integer} .match $matched one {{{$matched} af de {$ready} mentees, der er klar, har fået et forslag. Samlet score {$total}, og det er bevist, at ingen anden fordeling er bedre.}} * {{{$matched} af de {$ready} mentees, der er klar, har fået et forslag. Samlet score {$total}, og det er bevist, at ingen anden fordeling er bedre.}}',
} as const
