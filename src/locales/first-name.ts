/** What a person is called in a mail, a letter, and to the other of a pair. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0]!
}
