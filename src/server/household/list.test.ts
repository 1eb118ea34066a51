import { randomUUID } from 'node:crypto'
import { access, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { aCommune, type Commune, sendList } from '../../../test/register.ts'
import { openContext } from '../context.ts'
import { readAsideFile } from './list.queries.ts'
import { isListKept } from './list.store.ts'
import { listFileOf, sweepListFiles } from './list-file.ts'
import { stopListWork, workOnList } from './list-work.ts'

const list = ['Họ tên chủ hộ,Bản,Số khẩu', 'Lò Văn Toản,Trên,4', 'Lò Văn Toàn,Trên,5', 'LÒ VĂN TOẢN,Trên,4', 'Cầm Thị Bình,Lạ,3'].join('\n')

describe('a list sent in on the screen', () => {
  test('is tried before anything is kept: new ones, doubles, bad rows, and names that differ in marks only', async ({ database }) => {
    const commune = await aCommune(database)
    const id = await tried(commune, list)
    const view = await look(commune, id)
    expect(view).toMatchObject({
      state: 'tried',
      isAtWork: false,
      rows: 4,
      counts: { read: 4, added: 2, likely: 1, wrong: 1 },
      examples: { tonePairs: 1, tones: [['Lò Văn Toản', 'Lò Văn Toàn']] },
    })
    expect(view.examples.aside.map(({ line, kind }) => [line, kind])).toEqual([
      [4, 'likely'],
      [5, 'wrong'],
    ])
    expect(await households(commune)).toBe(0)
  })

  test('is taken as it was tried; its file goes, its bad rows can be mended and sent again', async ({ database }) => {
    const commune = await aCommune(database)
    const id = await taken(commune, list)
    expect(await look(commune, id)).toMatchObject({ state: 'taken', counts: { added: 2, likely: 1, wrong: 1 } })
    await expect(access(listFileOf(commune.world.files, id))).rejects.toThrow('ENOENT')
    const mended = (await asideOf(commune, id)).replaceAll(',Lạ,', ',Dưới,')
    expect(await look(commune, await taken(commune, mended))).toMatchObject({ counts: { read: 2, added: 1, known: 1, wrong: 0 } })
    expect(await households(commune)).toBe(3)
  })

  test('of which only a file was left when the house was cut off is swept away; one that is known stays', async ({ database }) => {
    const commune = await aCommune(database)
    const { files } = commune.world
    const { world, officer, upperId } = commune
    const known = await sendList(world, officer, { id: randomUUID(), unitId: upperId, content: list })
    const [lost, part] = [randomUUID(), `${randomUUID()}.${randomUUID()}.part`]
    for (const name of [lost, part]) await writeFile(listFileOf(files, name), list)
    await sweepListFiles(files, name => isListKept(database.kysely, name))
    await access(listFileOf(files, known))
    for (const name of [lost, part]) await expect(access(listFileOf(files, name))).rejects.toThrow('ENOENT')
  })

  test('goes on where it broke off, and nothing doubles', async ({ database }) => {
    const commune = await aCommune(database)
    const rows = Array.from({ length: 4500 }, (_, i) => `H${i},Lò Văn Toản,Trên,${i === 4400 ? 'bốn' : 4}`)
    const id = await tried(commune, ['Mã hộ,Họ tên,Bản,Số khẩu', ...rows].join('\n'))
    await must(send(commune.world, commune.officer, 'household.takeList', { id, mode: 'addOnly' }))
    const work = workOnList(commune.world, commune.officer, id)
    await stopListWork() // behind the first batch
    await work
    const stopped = await look(commune, id)
    expect(stopped).toMatchObject({ state: 'taking', isAtWork: false, fault: expect.stringContaining('đứt giữa chừng') })
    expect(stopped.counts.read).toBe(2000)
    await must(send(commune.world, commune.officer, 'household.takeList', { id, mode: 'addOnly' }))
    await workOnList(commune.world, commune.officer, id)
    expect(await look(commune, id)).toMatchObject({ state: 'taken', counts: { read: 4500, added: 4499, wrong: 1, known: 0 } })
    expect(await households(commune)).toBe(4499)
  })

  test('waits while somebody else takes one into the same place, above or below', async ({ database }) => {
    const commune = await aCommune(database)
    const [first, second, elsewhere] = [await tried(commune, list), await tried(commune, list, commune.upperId), randomUUID()]
    await must(send(commune.world, commune.officer, 'household.takeList', { id: first, mode: 'addOnly' }))
    expect(await send(commune.world, commune.officer, 'household.takeList', { id: second, mode: 'addOnly' })).toMatchObject({
      code: 'household.list-busy',
      details: { by: commune.officer.fullName, unitName: expect.stringContaining('Minh Họa') },
    })
    const other = someone('officer', [commune.elsewhereId, commune.provinceId])
    await sendList(commune.world, other, { id: elsewhere, unitId: commune.elsewhereId, content: list })
    await tryIt(commune, elsewhere, other)
    await must(send(commune.world, other, 'household.takeList', { id: elsewhere, mode: 'addOnly' }))
    await sql`update household_list set beat_at = beat_at - interval '1 hour' where id = ${first}`.execute(database.kysely)
    await must(send(commune.world, commune.officer, 'household.takeList', { id: second, mode: 'addOnly' }))
  })

  test('is not taken untried, nor twice, nor without its columns', async ({ database }) => {
    const commune = await aCommune(database)
    const id = await sendList(commune.world, commune.officer, { id: randomUUID(), unitId: commune.communeId, content: list })
    const take = () => send(commune.world, commune.officer, 'household.takeList', { id, mode: 'addOnly' })
    expect(await take()).toMatchObject({ code: 'household.list-not-tried' })
    await tryIt(commune, id, commune.officer, ['headName', null, null])
    expect(await look(commune, id)).toMatchObject({ state: 'received', fault: expect.stringContaining('Bản, thôn, tổ dân phố') })
    await tryIt(commune, id, commune.officer)
    await must(take())
    expect(await take()).toMatchObject({ code: 'household.list-at-work' })
    await workOnList(commune.world, commune.officer, id)
    expect(await take()).toMatchObject({ code: 'household.list-taken' })
  })

  test('is for who sent it and who keeps that register', async ({ database }) => {
    const commune = await aCommune(database)
    const id = await tried(commune, list)
    for (const actor of [commune.headOfUpper, commune.reader, commune.leader, someone('admin', [commune.communeId, commune.provinceId])]) {
      expect(await ask(commune.world, actor, 'household.oneList', { id })).toMatchObject({ code: 'account.not-allowed' })
      expect(await send(commune.world, actor, 'household.takeList', { id, mode: 'addOnly' })).toMatchObject({ code: 'account.not-allowed' })
    }
    await must(send(commune.world, commune.officer, 'household.dropList', { id }))
    expect(await ask(commune.world, commune.officer, 'household.oneList', { id })).toMatchObject({ code: 'household.unknown-list' })
    await expect(access(listFileOf(commune.world.files, id))).rejects.toThrow('ENOENT')
  })
})

async function tried(commune: Commune, content: string, unitId = commune.communeId): Promise<string> {
  const id = await sendList(commune.world, commune.officer, { id: randomUUID(), unitId, content })
  await tryIt(commune, id, commune.officer)
  return id
}

async function tryIt(commune: Commune, id: string, actor: Commune['officer'], mapping?: ('headName' | null)[]): Promise<void> {
  const { look: seen } = await must(ask(commune.world, actor, 'household.oneList', { id }))
  const reading = { headerAt: seen.headerAt, mapping: mapping ?? [...seen.mapping], encoding: null, from: '2022-01-01' }
  await must(send(commune.world, actor, 'household.tryList', { id, ...reading }))
  await workOnList(commune.world, actor, id)
}

async function taken(commune: Commune, content: string): Promise<string> {
  const id = await tried(commune, content)
  await must(send(commune.world, commune.officer, 'household.takeList', { id, mode: 'addOnly' }))
  await workOnList(commune.world, commune.officer, id)
  return id
}

const look = (commune: Commune, id: string) => must(ask(commune.world, commune.officer, 'household.oneList', { id }))

async function asideOf(commune: Commune, id: string): Promise<string> {
  const ctx = openContext(commune.world, commune.officer, commune.world.database.kysely)
  const { bytes } = await must(readAsideFile(ctx, { id }))
  let text = ''
  for await (const piece of bytes as AsyncIterable<string>) text += piece
  return text
}

async function households({ world }: Commune): Promise<number> {
  const { count } = await world.database.kysely
    .selectFrom('household')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
