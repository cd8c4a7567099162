/** The end of a municipality's chain at some time. */
export interface Head {
  municipality: string
  position: string
  hash: string
}

export function lineOf({ municipality, position, hash }: Head): string {
  return `${municipality} ${position} ${hash}`
}

/** The ends that were written down, each once: a chain that nobody adds to ends in the same place. */
export function headsIn(lines: readonly string[]): Head[] {
  return [...new Set(lines)].flatMap((line) => {
    const [, municipality, position, hash] = /^(\d{4}) (\d{1,18}) ([0-9a-f]{64})$/.exec(line) ?? []
    if (municipality === undefined || position === undefined || hash === undefined) return []
    return [{ municipality, position, hash }]
  })
}
