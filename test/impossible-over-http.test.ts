import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BodyInput, CommandName } from '#contract/index.ts'
import { type Area, assessed, decision, gathered, revocation, type SeasonOfCommune, step } from './season-of-commune.ts'
import { type Of2022, type Of2024, openSeason, type Place, until2022, until2024, type Who } from './season-over-http.ts'

// What cannot have been is not written down, whoever sends it and however: each asked over HTTP as a browser asks, each
// refused with the sentence the person reads. Afterwards nothing has changed.

type Row<World, Name extends CommandName = CommandName> = Name extends CommandName
  ? readonly [what: string, who: Who, name: Name, body: (of: World) => BodyInput<Name>, says: string]
  : never

const points = (of: Of2022, given: Record<string, number>) => assessed(of.middle, of.listed.slice(0, 1), 'meeting', given)
const met = (of: Of2022, changes: Partial<BodyInput<'season.gather'>>) => gathered(of.middle, { heldOn: '2022-11-20', ...changes })
const act = (of: Of2022, changes: Partial<BodyInput<'season.decide'>>) => decision(of, { areaUnitIds: [of.lowerId], total: 2, ...changes })
const entered = (of: Of2022, subjectId: string, registeredOn: string, area: Area = of.lower) => ({
  ...area,
  candidates: [{ id: randomUUID(), subjectId }],
  registeredOn,
})
const back = (of: Of2022, at: number, changes: Partial<BodyInput<'season.revoke'>>) => revocation(of, of.decided[at] ?? '', changes)
const given = (of: Of2022, on: string) => ({ ...of.upper, candidateIds: of.decided.slice(0, 1), on, outcome: 'handedOver' as const })
const hung = (of: Of2024, changes: Partial<BodyInput<'season.post'>>) => ({
  ...step(of.upper, '2024-11-02'),
  lastOn: '2024-11-12',
  place: 'Nhà văn hóa bản',
  ...changes,
})

const of2022: readonly Row<Of2022>[] = [
  [
    'a household of another village',
    'officer',
    'season.register',
    of => entered(of, of.strangerId, '2022-01-20', of.middle),
    'Ngày 20/1/2022 trong sổ của bản, thôn, tổ dân phố này không có hộ đã chọn.',
  ],
  ['a registration of tomorrow', 'officer', 'season.register', of => entered(of, of.strangerId, '2023-01-11'), 'Ngày 11/1/2023 chưa tới.'],
  [
    'a registration after the list is closed',
    'officer',
    'season.register',
    of => entered(of, of.strangerId, '2022-11-12'),
    'Danh sách đã chốt nên không thêm hộ được nữa.',
  ],
  [
    'points of a household nobody registered',
    'officer',
    'season.assess',
    of => assessed(of.middle, [randomUUID()], 'meeting'),
    'Hộ này không có trong danh sách đang xét.',
  ],
  ['points of a criterion there is not', 'officer', 'season.assess', of => points(of, { XX: 5 }), 'Không có tiêu chí XX trong thang điểm.'],
  [
    'more people present than convened',
    'officer',
    'season.gather',
    of => met(of, { present: 51 }),
    'Có mặt 51 nhưng chỉ triệu tập 50: xem lại hai số này.',
  ],
  [
    'more votes than people present',
    'officer',
    'season.gather',
    of => met(of, { list: { for: 39, against: 1, other: 1 } }),
    '41 phiếu nhưng chỉ có 40 người dự: xem lại số phiếu.',
  ],
  [
    'more ballots for one household than people',
    'officer',
    'season.gather',
    of => met(of, { exceptions: [{ candidateId: of.listed[0] ?? '', for: 40, against: 2, other: 0 }] }),
    '42 phiếu nhưng chỉ có 40 người dự: xem lại số phiếu.',
  ],
  [
    'more absent by name than by number',
    'officer',
    'season.gather',
    of => met(of, { present: 49, list: { for: 49, against: 0, other: 0 }, absent: ['Lò Văn Một', 'Lò Văn Hai'] }),
    'Ghi tên 2 người vắng nhưng chỉ vắng 1.',
  ],
  [
    'a meeting that ends before it begins',
    'officer',
    'season.gather',
    of => met(of, { startClock: '20:00', endClock: '19:00' }),
    'Giờ kết thúc họp phải sau giờ bắt đầu.',
  ],
  ['a meeting of tomorrow', 'officer', 'season.gather', of => met(of, { heldOn: '2023-01-11' }), 'Ngày 11/1/2023 chưa tới.'],
  [
    'a conclusion nobody met for',
    'officer',
    'season.concludeMeeting',
    of => ({ ...step(of.middle, '2022-11-20'), leftOut: [] }),
    'Chưa ghi cuộc họp nào.',
  ],
  [
    'a posting the text does not know',
    'officer',
    'season.post',
    of => ({ ...step(of.middle, '2022-11-20'), lastOn: '2022-12-20', place: 'Nhà văn hóa' }),
    '122/2018/NĐ-CP không có bước này.',
  ],
  [
    'a file handed in before its meeting',
    'officer',
    'season.submit',
    of => step(of.middle, '2022-11-20'),
    'Chưa đến bước này, hoặc bước này đã xong.',
  ],
  ['more recognised than were registered', 'chair', 'season.decide', of => act(of, { total: 3 }), 'Quyết định ghi 3 nhưng danh sách có 2.'],
  [
    'a decision about a file nobody handed in',
    'chair',
    'season.decide',
    of => act(of, { areaUnitIds: [of.middle.areaUnitId] }),
    'Chưa bản, thôn, tổ dân phố nào trong số đã chọn trình hồ sơ.',
  ],
  ['a decision of tomorrow', 'chair', 'season.decide', of => act(of, { on: '2023-01-11' }), 'Ngày 11/1/2023 chưa tới.'],
  [
    'a decision by a commune that was not there that day',
    'chair',
    'season.decide',
    of => act(of, { issuerUnitId: of.laterId }),
    'Ngày 5/12/2022 không có Xã Lập Sau để ra quyết định.',
  ],
  [
    'a decision by a chair the law does not name',
    'chair',
    'season.decide',
    of => act(of, { issuerUnitId: of.provinceId }),
    'Theo Điều 4 khoản 2, 122/2018/NĐ-CP, người quyết định là Chủ tịch UBND cấp xã, không phải Chủ tịch UBND cấp tỉnh.',
  ],
  [
    'a publication before the decision',
    'officer',
    'season.publish',
    of => ({ id: of.decisionId, on: '2022-12-01', place: 'Bảng tin' }),
    'Ngày không được trước bước liền trước (5/12/2022).',
  ],
  [
    'a certificate handed over before the decision',
    'officer',
    'season.handOver',
    of => given(of, '2022-12-01'),
    'Ngày không được trước bước liền trước (5/12/2022).',
  ],
  [
    'a revocation of what was not recognised',
    'chair',
    'season.revoke',
    of => revocation(of, of.listed[0] ?? ''),
    'Hộ này chưa được công nhận.',
  ],
  [
    'a revocation on a ground the law did not have yet',
    'chair',
    'season.revoke',
    of => back(of, 0, { ground: 'falseStatement' }),
    'Ngày 5/1/2023 không có căn cứ thu hồi này: bốn căn cứ của Luật 06/2022/QH15 có từ ngày 1/1/2024, trước đó ghi theo văn bản khi ấy.',
  ],
  ['a second revocation', 'chair', 'season.revoke', of => back(of, 1, {}), 'Danh hiệu đã bị thu hồi ngày 4/1/2023.'],
]

const of2024: readonly Row<Of2024>[] = [
  [
    'a posting shorter than the law',
    'officer',
    'season.post',
    of => hung(of, { lastOn: '2024-11-05' }),
    'Niêm yết 3 ngày, ít nhất phải 10 ngày (86/2023/NĐ-CP).',
  ],
  [
    'a posting that ends before it begins',
    'officer',
    'season.post',
    of => hung(of, { lastOn: '2024-11-01' }),
    'Ngày cuối niêm yết phải từ ngày đầu trở đi.',
  ],
  [
    'a posting before the meeting it tells of',
    'officer',
    'season.post',
    of => hung(of, { on: '2024-10-20' }),
    'Ngày không được trước bước liền trước (1/11/2024).',
  ],
  [
    'a file handed in while its list still hangs',
    'officer',
    'season.submit',
    of => step(of.lower, '2024-11-20'),
    'Niêm yết đến hết ngày 22/11/2024: sau ngày ấy mới trình hồ sơ.',
  ],
  [
    'a list closed where the text has none',
    'officer',
    'season.makeList',
    of => ({ ...step(of.upper, '2024-11-20'), leftOut: [] }),
    '06/2022/QH15, 86/2023/NĐ-CP không có bước này.',
  ],
  [
    'a second season of the year',
    'officer',
    'season.open',
    of => ({ id: randomUUID(), unitId: of.communeId, honour: 'culturalFamily' as const, year: 2024, openedOn: '2024-03-01' }),
    'Đợt năm 2024 đã mở từ ngày 1/2/2024.',
  ],
  [
    'a season of a year to come',
    'officer',
    'season.open',
    of => ({ id: randomUUID(), unitId: of.communeId, honour: 'culturalFamily' as const, year: 2026, openedOn: '2024-03-01' }),
    'Đợt của năm 2026 không mở ngày 1/3/2024: xem lại năm hoặc ngày.',
  ],
]

let in2022: Place<Of2022>
let in2024: Place<Of2024>

beforeAll(async () => {
  in2022 = await openSeason({ today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }, until2022)
  in2024 = await openSeason({ today: '2024-11-25', year: 2024, openedOn: '2024-02-01' }, until2024)
})

afterAll(async () => {
  for (const { app, database } of [in2022, in2024]) {
    await app.app.close()
    await database.close()
  }
})

test.for(of2022)('%s is not written down in 2022', row => refused(in2022, row))
test.for(of2024)('%s is not written down in 2024', row => refused(in2024, row))

async function refused<World extends SeasonOfCommune>(place: Place<World>, [, who, name, body, says]: Row<World>): Promise<void> {
  const before = await trailOf(place)
  const answer = await place.people[who].ask('POST', name, body(place.world))
  expect([answer.json().message, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([says, true])
  expect(await trailOf(place)).toBe(before)
}

async function trailOf({ world }: { readonly world: SeasonOfCommune }): Promise<number> {
  return (await world.world.database.kysely.selectFrom('auditEntry').select('command').where('command', 'like', 'season.%').execute())
    .length
}
