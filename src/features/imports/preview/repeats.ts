/** The identity in a row; empty cells are absent. */
export interface Named {
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  birthYear?: number | undefined
}

/** Returns the number of an earlier row about the same person, if any; remembers each row. */
export type Repeats = (number: number, person: Named) => number | null

/** Finds rows about the same person: by name with e-mail, phone or birth year. */
export function repeats(): Repeats {
  const firsts = new Map<string, number>()
  return (number, { name = '', email, phone, birthYear }) => {
    const said = { '@': email?.toLowerCase(), '+': phone, '#': birthYear }
    let first: number | null = null
    for (const [mark, value] of Object.entries(said)) {
      if (value === undefined) continue
      const key = `${name.toLowerCase()}${mark}${value}`
      const earlier = firsts.get(key)
      if (earlier === undefined) firsts.set(key, number)
      else first = Math.min(first ?? earlier, earlier)
    }
    return first
  }
}
