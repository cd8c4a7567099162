import { listFiles, readFile } from './sources.ts'

/** Every document of the project. */
export const documents = listFiles('*.md').concat(listFiles('{docs,.github}/**/*.md'))

/** The commands of a document, block by block. */
export function shellBlocks(document: string): string[] {
  return [...readFile(document).matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block!)
}
