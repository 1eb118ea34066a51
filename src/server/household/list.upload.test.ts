import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import { describe, expect } from 'vitest'
import { anOfficeAtWork, givenAccount, handIn, openBrowser } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { givenUnit } from '../../../test/factories.ts'

type Office = Awaited<ReturnType<typeof anOfficeAtWork>>
const list = Buffer.from('Họ tên chủ hộ,Bản\nLò Văn Toản,Trên\n')

describe('a list sent over the line', () => {
  test('is received under its own id, whatever it is called, and once however often it is sent', async ({ database }) => {
    const office = await anOfficeAtWork(database)
    const id = randomUUID()
    const hostile = { id, fileName: '../../../etc/cron.d/\u202ehộ.csv', bytes: list }
    expect((await upload(office, hostile)).json()).toEqual({ id })
    expect((await upload(office, hostile)).json()).toEqual({ id })
    const view = (await office.browser.ask('GET', `household.oneList?id=${id}`)).json()
    expect(view).toMatchObject({ fileName: 'hộ.csv', state: 'received', look: { mapping: ['headName', 'area'] } })
    expect(await readdir(`${office.world.files.folder}-lists`)).toEqual([id])
  })

  test.for([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'household.bad-list'],
    ['a workbook cut off', Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })).subarray(0, 40), 'household.bad-list'],
    ['an archive that says it holds more than any list', bomb(), 'household.bad-list'],
    ['a table of a thousand columns', Buffer.from(`${'Họ tên,'.repeat(1000)}\n`), 'household.bad-list'],
    ['one line without end', Buffer.from(`Họ tên,Bản\n${'a'.repeat(2_000_000)}`), 'household.bad-list'],
  ] as const)('that is %s leaves nothing in the register', async ([, bytes, code], { database }) => {
    const office = await anOfficeAtWork(database)
    const id = randomUUID()
    const answer = (await upload(office, { id, fileName: 'hộ.xlsx', bytes })).json()
    if (code === null) expect((await office.browser.ask('GET', `household.oneList?id=${id}`)).json().look.missing).toContain('headName')
    else {
      expect(answer.code).toBe(code)
      expect(await readdir(`${office.world.files.folder}-lists`)).toEqual([])
    }
    expect(await database.kysely.selectFrom('household').select('id').execute()).toEqual([])
  })

  test('of fifty megabytes and more is refused before it is read', async ({ database }) => {
    const office = await anOfficeAtWork(database)
    const answer = await upload(office, { id: randomUUID(), fileName: 'hộ.csv', bytes: Buffer.alloc(51 * 1024 * 1024, 'a') })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'household.list-too-large'])
  })

  test('does not take the place of another one, nor come from those who keep no register', async ({ database }) => {
    const office = await anOfficeAtWork(database)
    const id = randomUUID()
    await upload(office, { id, fileName: 'hộ.csv', bytes: list })
    const elsewhere = await givenUnit(database.kysely, { name: 'Sở khác' })
    await givenAccount(office.world, { unitId: elsewhere, username: 'nguoi.khac', role: 'officer' })
    const browser = openBrowser(office.app)
    await browser.signIn('nguoi.khac')
    const theirs = { ...office, browser, unitId: elsewhere }
    expect((await upload(theirs, { id, fileName: 'hộ.csv', bytes: list })).json().code).toBe('input.id-taken')
    const here = { ...theirs, unitId: office.unitId }
    expect((await upload(here, { id: randomUUID(), fileName: 'hộ.csv', bytes: list })).json().code).toBe('account.not-allowed')
  })
})

function upload(
  { app, browser, unitId }: Pick<Office, 'app' | 'browser' | 'unitId'>,
  { id, ...file }: { readonly id: string; readonly fileName: string; readonly bytes: Uint8Array },
) {
  return handIn(app, browser, `household.receiveList?${new URLSearchParams({ id, unitId, sender: '' })}`, file)
}

/** The directory of the archive tells of two gigabytes. */
function bomb(): Buffer {
  const zip = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>') }))
  zip.writeUInt32LE(2 ** 31, zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
  return zip
}
