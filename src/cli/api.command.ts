import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describeApi } from '#server/http/openapi.ts'
import { type Told, tell } from './outcome.ts'

/** What the server answers at /api/openapi.json, as a file: no data and no running server are needed. */
export async function writeApi(name: string): Promise<Told> {
  const file = resolve(name)
  const description = describeApi()
  const operations = Object.values(description.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0)
  await writeFile(file, `${JSON.stringify(description, null, 2)}\n`)
  return tell([`Đã ghi mô tả của ${operations} việc ra ${file}.`], { file, operations })
}
