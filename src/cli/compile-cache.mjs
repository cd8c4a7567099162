/*
 * Loaded before the command line, which then starts a third sooner: what was compiled, and rid of its types,
 * by the last run is kept among the installed packages. Not in TypeScript itself, as then whatever takes
 * the types away would have to be started for these lines: 40 MB that are not needed for the rest.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Where it cannot be written everything is compiled anew, as without it.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/makker', import.meta.url)))
