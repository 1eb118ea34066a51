import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { writeSchema } from '../../../scripts/schema.ts'
import { test } from '../../../test/database.ts'

test('the table types are those of the migrated database (npm run schema)', async ({ tx }) => {
  const written = await readFile(join(import.meta.dirname, 'schema.ts'), 'utf8')
  expect(written).toBe(await writeSchema(tx))
})
