import { describe, expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { givenAccount, givenApp, openBrowser } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { givenUnit, must, send } from '../../../test/factories.ts'
import { aCommune, householdBody } from '../../../test/register.ts'
import { insertSuccessions, listVersions, updateVersionValid } from '../org/org.store.ts'

const mergedOn = plainDate('2022-06-10') // the working day of the test is the 15th

describe('the head of a village that has gone into another', () => {
  test('lists nobody of it any more, though no household has been moved yet; the commune does', async ({ database }) => {
    const { world, communeId, upperId, officer } = await aCommune(database)
    const household = householdBody(upperId, { headName: 'Lò Văn An', from: '2020-01-01' })
    await must(send(world, officer, 'household.enter', household))
    const newId = await givenUnit(database.kysely, { name: 'Bản Mới', kind: 'village', parentUnitId: communeId })
    await givenAccount(world, { unitId: upperId, username: 'truong.cu', role: 'unitHead' })
    await givenAccount(world, { unitId: communeId, username: 'can.bo', role: 'officer' })
    const app = await givenApp(world)
    const [head, clerk] = [openBrowser(app), openBrowser(app)]
    await head.signIn('truong.cu')
    await clerk.signIn('can.bo')
    expect((await head.ask('GET', `household.list?unitId=${upperId}`)).payload).toContain('Lò Văn An')
    for (const { id, valid } of await listVersions(database.kysely, [upperId]))
      await updateVersionValid(database.kysely, { id, valid: { from: valid.from, until: mergedOn } })
    const whole = { fromUnitId: upperId, toUnitId: newId, on: mergedOn, extent: 'whole', isVerified: true, basis: null } as const
    await insertSuccessions(database.kysely, [whole])
    for (const address of [
      `household.list?unitId=${upperId}`,
      `household.list?unitId=${newId}`,
      `household.one?id=${household.id}`,
      `season.yearsOfHousehold?householdId=${household.id}`,
    ]) {
      const answer = await head.ask('GET', address)
      expect([address, answer.statusCode]).toEqual([address, 403])
      expect(answer.payload).not.toContain('Lò Văn An')
    }
    const ofCommune = await clerk.ask('GET', `household.list?unitId=${communeId}`)
    expect([ofCommune.statusCode, ofCommune.payload.includes('Lò Văn An')]).toEqual([200, true])
  })
})
