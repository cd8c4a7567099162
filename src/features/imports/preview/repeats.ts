/** Who a row says it is; what is not said is absent. */
export interface Named {
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  birthYear?: number | undefined
}

/** Gives the number of the first row about the same person, when an earlier one is; remembers each. */
export type Repeats = (number: number, person: Named) => number | null

/** Finds the rows of a file that are about one person: by name with e-mail, phone or birth year. */
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
