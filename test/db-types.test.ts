import { expect, test } from 'vitest'
import { generateTypes } from '../src/db/generate-types.ts'

test('the committed types are what the migrations produce', async () => {
  await expect(generateTypes({ verify: true })).resolves.toBeUndefined()
})
