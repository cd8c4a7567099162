/** The last link of a municipality's hash chain at some time. */
export interface ChainHead {
  municipality: string
  position: string
  hash: string
}

export function formatHead({ municipality, position, hash }: ChainHead): string {
  return `${municipality} ${position} ${hash}`
}

/** The distinct heads in journal lines; malformed lines are skipped. */
export function parseHeads(lines: readonly string[]): ChainHead[] {
  return [...new Set(lines)].flatMap((line) => {
    const [, municipality, position, hash] = /^(\d{4}) (\d{1,18}) ([0-9a-f]{64})$/.exec(line) ?? []
    if (municipality === undefined || position === undefined || hash === undefined) return []
    return [{ municipality, position, hash }]
  })
}
