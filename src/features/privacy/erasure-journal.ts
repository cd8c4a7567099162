/** A journal line about an erasure: the hash of an id, without a name. */
export interface ErasureEntry {
  hash: string
  municipality: string
  at: Temporal.Instant
}

const form = /^([0-9a-f]{64}) (\d{4}) (\S+)$/

export function formatErasure({ hash, municipality, at }: ErasureEntry): string {
  return `${hash} ${municipality} ${at.toString()}`
}

/** Skips malformed lines, such as one that a crash cut short. */
export function parseErasures(lines: readonly string[]): ErasureEntry[] {
  return lines.flatMap((line) => {
    const [, hash, municipality, at] = form.exec(line) ?? []
    if (hash === undefined || municipality === undefined || at === undefined) return []
    try {
      return [{ hash, municipality, at: Temporal.Instant.from(at) }]
    } catch {
      return []
    }
  })
}
