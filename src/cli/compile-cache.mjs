/*
 * Loaded before the command line, which then starts a third sooner: Node's compile cache, kept among the
 * installed packages. Not in TypeScript, as these lines would start the type stripper, which takes 40 MB.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Without write access everything is compiled anew.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/makker', import.meta.url)))
