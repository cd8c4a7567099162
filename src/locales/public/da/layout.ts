export const layout = {
  'layout.skip': 'Gå til indholdet',
  'layout.footer': 'Makker er fri software, der bringer frivillige mentorer og mentees sammen.',
  'layout.languages': 'Sprog',
  'layout.signOut': 'Log ud',
} as const
