import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { demoId } from '../ids.ts'
import type { Recorder } from '../record.ts'

// What the province needs to report in its turn: a letterhead, somebody who signs, and a duty. Invented but for the names of places.

const source = 'Dữ liệu minh họa'
const valid = { from: '2024-12-15', until: null }

/** The province with its letterhead, which no list of units tells. */
export function provinceVersion(unitId: string): BodyInput<'org.addVersion'> {
  return {
    id: demoId('version/province'),
    unitId,
    shortName: '',
    name: 'Sơn La',
    kind: 'province',
    parentUnitId: null,
    code: '14',
    namedAfterPerson: false,
    position: 0,
    letterhead: { parentLines: [], nameLines: ['ỦY BAN NHÂN DÂN', 'TỈNH SƠN LA'], place: 'Sơn La' },
    functions: '',
    calledInText: 'tỉnh Sơn La',
    valid,
    source,
  }
}

const position = demoId('position/chairman')

export async function loadDesk(on: Recorder, unitId: string): Promise<void> {
  const day = plainDate('2025-01-02')
  await on(day, 'org.addPosition', { id: position, unitId, name: 'Chủ tịch', rank: 'head' })
  const signs = { id: demoId('mandate/chairman'), positionId: position, unitId, capacity: 'TM', forName: 'Ủy ban nhân dân' } as const
  await on(day, 'org.mandate', { ...signs, valid, basis: source })
  const account = demoId('account/lanhdao')
  await on(day, 'org.appoint', {
    id: demoId('appointment/chairman'),
    positionId: position,
    fullName: 'Vì Minh Họa',
    accountId: account,
    valid,
    basis: source,
  })
  await on(day, 'report.setDuty', {
    id: demoId('duty/province'),
    unitId,
    formName: 'consolidated-figures',
    receiverName: 'Bộ Văn hóa, Thể thao và Du lịch',
    isReceiverSuperior: true,
    basisDocumentId: null,
    symbol: 'BC-UBND',
    draftingUnitId: unitId,
    recipientLines: ['Sở Văn hóa, Thể thao và Du lịch', 'Ủy ban nhân dân các xã, phường'],
    archive: 'VT, KGVX',
    dueDaysAfterCutoff: null,
    valid,
  })
}
