import { randomUUID } from 'node:crypto'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { insertSuccessions, insertVersions, listVersions, updateVersionValid } from '#server/org/org.store.ts'
import { givenUnit, must, someone } from './factories.ts'
import { givenChair, type SeasonOfCommune } from './season-of-commune.ts'

/** The commune and the one beside it go into a new one; the villages of the first come along. */
export async function mergedCommune(
  { world, communeId, elsewhereId, provinceId, upperId, lowerId, foreignId }: SeasonOfCommune,
  mergedOn: PlainDate,
) {
  const tx = world.database.kysely
  const newId = await givenUnit(tx, { name: 'Xã Mới', kind: 'commune', parentUnitId: provinceId })
  const before = await listVersions(tx, [communeId, elsewhereId, upperId, lowerId, foreignId])
  for (const version of before) await updateVersionValid(tx, { id: version.id, valid: { from: version.valid.from, until: mergedOn } })
  const villages = before.filter(({ kind }) => kind === 'village')
  const moved = villages.map(version => ({ ...version, id: randomUUID(), parentUnitId: newId, valid: { from: mergedOn, until: null } }))
  await must(insertVersions(tx, moved))
  const whole = { toUnitId: newId, on: mergedOn, extent: 'whole', isVerified: true, basis: null } as const
  await insertSuccessions(tx, [
    { ...whole, fromUnitId: communeId },
    { ...whole, fromUnitId: elsewhereId },
  ])
  const path = [newId, provinceId]
  const chair = someone('leader', path, { fullName: 'Cầm Văn Mới' })
  await givenChair(world, newId, chair)
  return { newId, chair, officer: someone('officer', path) }
}
