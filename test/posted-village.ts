import type { Database } from '#server/db/connect.ts'
import { must } from './factories.ts'
import { aSeasonOfCommune, asHead, gathered, givenHouseholds, register, type SeasonOfCommune, step } from './season-of-commune.ts'

export type PostedVillage = {
  readonly season: SeasonOfCommune
  readonly posting: { readonly id: string }
  readonly candidateIds: readonly string[]
}

/** The upper village under 86/2023/NĐ-CP: two households, posted from 2 to 12 November, looked at on the 5th. */
export async function postedVillage(database: Database): Promise<PostedVillage> {
  const season = await aSeasonOfCommune(database, { today: '2024-11-05', year: 2024, openedOn: '2024-02-01' })
  const households = await givenHouseholds(season, season.upperId, ['Lò Văn An', 'Quàng Văn Bình'])
  const candidateIds = await register(season, season.upper, households, '2024-10-01')
  await must(asHead(season, 'season.gather', gathered(season.upper, { heldOn: '2024-11-01' })))
  await must(asHead(season, 'season.concludeMeeting', { ...step(season.upper, '2024-11-01'), leftOut: [] }))
  const posting = { ...step(season.upper, '2024-11-02'), lastOn: '2024-11-12', place: 'Nhà văn hóa bản' }
  await must(asHead(season, 'season.post', posting))
  return { season, posting, candidateIds }
}
