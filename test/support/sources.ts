import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

export const listFiles = (pattern: string): string[] =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()

export const readFile = (name: string): string => readFileSync(path.join(root, name), 'utf8')

export interface SourceFile {
  name: string
  text: string
  imports: { target: string; isType: boolean }[]
}

/** A file with its imports: our files by path, others by name. */
export function readSource(name: string): SourceFile {
  const text = readFile(name)
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?([^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  const imports = [...statements].map(([, type, clause = '', from, dynamic]) => {
    const target = from ?? dynamic ?? ''
    const names = /\{([^}]*)\}/
      .exec(clause)?.[1]
      ?.split(',')
      .filter((word) => word.trim()) ?? ['']
    return {
      target: target.startsWith('.') ? path.posix.join(path.posix.dirname(name), target) : target,
      isType: Boolean(type) || names.every((word) => word.trim().startsWith('type ')),
    }
  })
  return { name, text, imports }
}
