import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, type CommandName, params, type QueryName } from '#contract/index.ts'
import { roles } from '#domain/account/access.ts'
import type { Database, Db } from '#server/db/connect.ts'
import { stopListWork } from '#server/household/list-work.ts'
import { doorways } from '#server/http/openapi-doors.ts'
import { allFileQueries } from '#server/routes.ts'
import type { World } from '#server/world.ts'
import { type Browser, givenAccount, givenApp, handIn, openBrowser, type TestApp } from './app.ts'
import { openTestDatabase } from './database.ts'
import { jpeg } from './evidence.ts'
import { must, send, someone, worldOn } from './factories.ts'
import { bodyFor, type NextDoor, planted, twoVillages, type Village } from './next-door.ts'
import { paramsOf } from './one-look.ts'

// Law 91/2025/QH15, Art. 3: names are for those whose duty they are. The head of the next village, somebody there who
// holds every role, and somebody who holds every role in another commune ask for what is the first village's, by every
// address there is.

let database: Database
let app: TestApp
let here: NextDoor
/** What there is of the first village, and stays as it is whatever the others try. */
let untouched: unknown
let askers: Record<Asker, Browser>
type Asker = (typeof askerNames)[number]
const askerNames = ['the head of the next village', 'everybody of the next village in one', 'everybody of another commune in one'] as const

beforeAll(async () => {
  database = await openTestDatabase()
  const world = worldOn(database)
  here = await twoVillages(world)
  untouched = await rowsOf(database.kysely, here.first)
  app = await givenApp(world)
  await givenAccount(world, { unitId: here.next.area, username: 'truong.ban', role: 'unitHead' })
  await giveEveryRole(world, 'ca.ban', here.next.area)
  await giveEveryRole(world, 'xa.khac', here.elsewhere)
  const [head, village, elsewhere] = [openBrowser(app), openBrowser(app), openBrowser(app)]
  await head.signIn('truong.ban')
  await village.signIn('ca.ban')
  await elsewhere.signIn('xa.khac')
  askers = {
    'the head of the next village': head,
    'everybody of the next village in one': village,
    'everybody of another commune in one': elsewhere,
  }
})

afterAll(async () => {
  await app.app.close()
  await database.close()
})

const notAllowed = 'account.not-allowed'

/** What the villages of a commune have in common: days and counts, and what the commune asks of them; no names. */
const inCommon: readonly QueryName[] = [
  'season.list',
  'season.board',
  'request.regimes',
  'request.list',
  'request.one',
  'request.form',
  'indicator.list',
  'form.list',
  'form.one',
]

test.for(Object.keys(params) as QueryName[])('%s about the first village is refused', async name => {
  for (const asker of askerNames) {
    const answer = await askers[asker].ask('GET', `${name}?${new URLSearchParams(paramsOf(here.first, name))}`)
    expect(answer.body).not.toMatch(planted)
    const isShown = inCommon.includes(name) && asker !== 'everybody of another commune in one'
    const expected = isShown ? [asker, 200, undefined] : [asker, 403, notAllowed]
    expect([asker, answer.statusCode, answer.json().code]).toEqual(expected)
  }
})

type Asked = { readonly path: string; readonly code: string; readonly body?: object; readonly isUpload?: true }
const files: Record<string, (of: Village) => readonly Asked[]> = {
  'evidence/:id': of => [of.evidence, of.evidenceOfProgress, of.photoOfPosting].map(id => ({ path: `evidence/${id}`, code: notAllowed })),
  'report.preview': of => [
    { path: `report.preview?id=${of.report}&format=html`, code: notAllowed },
    { path: `report.preview?id=${of.report}&format=docx`, code: notAllowed },
  ],
  'report.draw': of => [{ path: 'report.draw', body: { id: of.report, paragraphs: [] }, code: notAllowed }],
  'report.download': of => [{ path: `report.download?id=${of.report}&name=bao-cao.pdf`, code: notAllowed }],
  'certificate.print': of => [{ path: `certificate.print?${areaOf(of)}`, code: notAllowed }],
  'dossier.print': of =>
    ['registration', 'minutes', 'proposal'].map(code => ({ path: `dossier.print?${areaOf(of)}&code=${code}`, code: notAllowed })),
  'dossier.printDecision': of =>
    ['decision', 'revocation'].map(code => ({
      path: `dossier.printDecision?decisionId=${of.ofSeason.decision}&code=${code}&candidateId=${of.ofSeason.candidate}`,
      code: notAllowed,
    })),
  'dossier.draftDecision': of => [{ path: `dossier.draftDecision?seasonId=${of.ofSeason.season}`, code: notAllowed }],
  'dossier.printDraw': of => [{ path: `dossier.printDraw?drawId=${of.ofSeason.draw}`, code: notAllowed }],
  'dossier.take': of => ['pdf', 'zip'].map(as => ({ path: `dossier.take?id=${of.dossier}&as=${as}`, code: 'dossier.unknown' })),
  'household.aside/:id': of => [{ path: `household.aside/${of.list}`, code: notAllowed }],
  'request.printLetter': of => [{ path: `request.printLetter?id=${of.ofRequest.letter}`, code: notAllowed }],
  'return.template': of => [{ path: `return.template?requestId=${of.ofRequest.sent}&unitId=${of.area}`, code: notAllowed }],
  'return.export': of =>
    ['csv', 'json', 'dictionary'].map(as => ({
      path: `return.export?requestId=${of.ofRequest.sent}&unitId=${of.area}&as=${as}`,
      code: notAllowed,
    })),
  'return.readSheet': of => [
    { path: `return.readSheet?requestId=${of.ofRequest.sent}&unitId=${of.area}&sender=`, isUpload: true, code: notAllowed },
  ],
  'evidence.attach': of =>
    Object.entries({ activity: of.activity, progress: of.progress, posting: of.posting }).map(([kind, id]) => ({
      path: `evidence.attach?id=${randomUUID()}&ownerKind=${kind}&ownerId=${id}`,
      isUpload: true,
      code: notAllowed,
    })),
  'household.receiveList': of => [
    { path: `household.receiveList?id=${randomUUID()}&unitId=${of.area}&sender=`, isUpload: true, code: notAllowed },
  ],
}

describe('files', () => {
  test('every address that gives or takes one is in the table, and every other is for oneself or for anybody', () => {
    const takes = doorways.filter(({ takesFile }) => takesFile).map(({ path }) => path)
    expect(Object.keys(files).toSorted()).toEqual([...allFileQueries.map(({ path }) => path), ...takes].toSorted())
    const others = doorways.filter(({ path, isPublic, takesFile }) => !isPublic && !takesFile && !path.startsWith('session'))
    expect(others).toEqual([])
  })

  test.for(Object.keys(files))('%s of the first village is refused', async path => {
    for (const asker of askerNames)
      for (const { path: address, code, body, isUpload } of files[path]?.(here.first) ?? []) {
        const answer = isUpload
          ? await handIn(app, askers[asker], address, { fileName: 'a.jpg', bytes: jpeg(100) })
          : await askers[asker].ask(body ? 'POST' : 'GET', address, body)
        expect([asker, address, answer.json().code]).toEqual([asker, address, code])
        expect(answer.body).not.toMatch(planted)
      }
    expect(await rowsOf(database.kysely, here.first)).toEqual(untouched)
  })
})

/** What one village may take from another, and why. */
const agreed: Partial<Record<CommandName, string>> = {
  'account.grant': 'somebody may serve in two places: whoever gives the role knows their account',
  'org.mandate': 'an office may sign for another unit: positions and their holders are public',
  'plan.addTasks': 'work is handed out to any unit, which sees it on its own desk',
  'plan.copy': 'work is handed out to any unit, which sees it on its own desk',
}

/** Left to be done by the others: after it nothing more would come of the season. */
const undoing: readonly CommandName[] = ['season.withdraw']

// Whoever may do a thing in their own village slips what is of the first one into it, id by id. The own command follows
// each time, so that the season of the next village goes on as the commands follow one another.
test.for(Object.keys(bodies) as CommandName[])('%s takes nothing of the first village and changes nothing there', async name => {
  for (const asker of askerNames) {
    const answer = await askers[asker].ask('POST', name, bodyFor(here.first, name))
    expect([asker, answer.statusCode, answer.json().code]).toEqual([asker, 403, notAllowed])
  }
  const village = askers['everybody of the next village in one']
  for (const body of name in agreed ? [] : smuggling(bodyFor(here.next, name)).flatMap(atEveryRevision)) {
    const answer = await village.ask('POST', name, body)
    expect(answer.body).not.toMatch(planted)
    expect(answer.statusCode).toBeLessThan(500)
  }
  for (const body of undoing.includes(name) ? [] : atEveryRevision(bodyFor(here.next, name))) await village.ask('POST', name, body)
  await stopListWork()
  expect(await rowsOf(database.kysely, here.first)).toEqual(untouched)
})

describe('afterwards', () => {
  test.for(Object.keys(params) as QueryName[])(
    '%s shows nothing of the first village in their own, the commune or the province',
    async name => {
      const asked = paramsOf(here.next, name)
      for (const asker of askerNames.slice(1))
        for (const unitId of 'unitId' in asked ? [here.next.area, here.commune, here.province] : [''])
          for (const word of 'text' in asked || 'search' in asked ? ['Khuấtlấp', 'khuat'] : ['']) {
            const more = { ...(unitId && { unitId }), ...('text' in asked && { text: word }), ...('search' in asked && { search: word }) }
            const answer = await askers[asker].ask('GET', `${name}?${new URLSearchParams({ ...asked, ...more })}`)
            expect(answer.body).not.toMatch(planted)
            expect(answer.statusCode).toBeLessThan(500)
          }
    },
  )

  test('the dossier of the next village holds its own papers alone', async () => {
    const village = askers['everybody of the next village in one']
    const body = { ...bodyFor(here.next, 'dossier.ask'), id: here.next.dossier }
    expect((await village.ask('POST', 'dossier.ask', body)).json()).toMatchObject({ id: here.next.dossier })
    const zip = unzipSync(new Uint8Array((await village.ask('GET', `dossier.take?id=${here.next.dossier}&as=zip`)).rawPayload))
    const written = Object.entries(zip).flatMap(([path, bytes]) => (path.endsWith('.docx') ? [unzipSync(bytes)['word/document.xml']] : []))
    expect(written.length).toBeGreaterThan(0)
    for (const text of written) expect(strFromU8(text ?? new Uint8Array())).not.toMatch(planted)
  })

  test('a list with the name and the code of a household of the first village finds nobody there', async () => {
    const village = askers['everybody of the next village in one']
    const id = randomUUID()
    const bytes = Buffer.from(`Họ tên chủ hộ,Mã hộ\nLò Văn Một Khuấtlấp,${here.first.household}\n`)
    const sent = `household.receiveList?id=${id}&unitId=${here.next.area}&sender=`
    expect((await handIn(app, village, sent, { fileName: 'hộ.csv', bytes })).json()).toEqual({ id })
    const reading = { id, headerAt: 0, mapping: ['headName', 'code'], encoding: null, from: '2022-01-01' }
    for (const [name, body] of [
      ['household.tryList', reading],
      ['household.takeList', { id, mode: 'withChanges' }],
    ] as const) {
      await village.ask('POST', name, body)
      await listIs(id)
    }
    expect((await village.ask('GET', `household.oneList?id=${id}`)).json()).toMatchObject({
      state: 'taken',
      counts: { added: 1, known: 0, changed: 0 },
    })
    expect(await rowsOf(database.kysely, here.first)).toEqual(untouched)
  })
})

async function giveEveryRole(world: World, username: string, unitId: string): Promise<void> {
  const accountId = await givenAccount(world, { unitId, username, role: 'admin' })
  for (const role of roles.slice(1))
    await must(send(world, someone('admin', [unitId]), 'account.grant', { id: randomUUID(), accountId, unitId, role, withSubtree: true }))
}

async function listIs(id: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const list = await database.kysely.selectFrom('householdList').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    if (!list.state.endsWith('ing')) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

function areaOf({ ofSeason: { season, village } }: Village): string {
  return `seasonId=${season}&areaUnitId=${village}`
}

/** What belongs to one village alone, by what it is. */
function ownIds({ ofSeason, ofRequest: _asked, rules: _, confirmation: __, ...rest }: Village): Map<string, string> {
  const { season: ___, commune: ____, ...own } = ofSeason
  return new Map(Object.entries({ ...rest, ...own }))
}

/** A body with one of its ids, then with all, replaced by that of the first village; in lists also beside its own. */
function smuggling(body: object): object[] {
  const theirs = ownIds(here.first)
  const swap = new Map([...ownIds(here.next)].map(([what, id]) => [id, theirs.get(what) ?? '']))
  const text = JSON.stringify(body)
  const found = [...swap].filter(([id]) => id !== '' && text.includes(id))
  const each = found.map(([id, other]) => text.replaceAll(id, other))
  const beside = found.map(([id, other]) => text.replaceAll(`["${id}"]`, `["${id}","${other}"]`)).filter(changed => changed !== text)
  return [...each, ...beside].map(changed => JSON.parse(changed) as object)
}

/** How often the thing was changed meanwhile is nothing a test should know: that it is out of date is no reason to be refused. */
function atEveryRevision(body: object): object[] {
  return 'revision' in body ? [0, 1, 2, 3].map(revision => ({ ...body, revision })) : [body]
}

/** Every row that names anything of a village, table by table; sessions aside. */
async function rowsOf(tx: Db, village: Village): Promise<unknown> {
  const named = [...ownIds(village).values()].map(id => `%${id}%`)
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name <> 'session' order by 1`.execute(tx)
  const all = tables.map(
    ({ name }): RawBuilder<unknown> => sql`
      select ${name}::text as name, coalesce(string_agg(t::text, E'\n' order by t::text), '') as said
      from ${sql.table(name)} t where t::text like any(${named}::text[])`,
  )
  return (await sql`${sql.join(all, sql` union all `)}`.execute(tx)).rows
}
