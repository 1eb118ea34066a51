import { describe, expect, it } from 'vitest'
import type { SessionView } from '#contract/account.ts'
import type { Role } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { OrgUnitKind } from '#domain/org/org-unit.ts'
import { barOf } from './places.ts'

function wordsOf(...grants: readonly (readonly [Role, OrgUnitKind])[]): readonly string[] {
  const session: SessionView = {
    actor: {
      accountId: 'a',
      fullName: 'Lò Minh Họa',
      grants: grants.map(([role], at) => ({ role, unitId: `${at}`, withSubtree: true, unitPath: [`${at}`] })),
    },
    username: 'a',
    mustChangePassword: false,
    today: plainDate('2024-11-20'),
    isDemonstration: true,
    homeUnitId: '0',
  }
  return barOf(session, unitId => grants[Number(unitId)]?.[1]).map(({ word }) => word)
}

describe('the bar of a phone', () => {
  it('has for a village head what a village is asked for', () => {
    expect(wordsOf(['unitHead', 'village'])).toEqual(['Hôm nay', 'Bình xét', 'Sổ hộ', 'Hoạt động'])
  })

  it('has for the head of a department its plan and its reports', () => {
    expect(wordsOf(['unitHead', 'department'])).toEqual(['Hôm nay', 'Kế hoạch', 'Hoạt động', 'Báo cáo'])
  })

  it('has for the chair of a commune what waits for a signature and a decision', () => {
    expect(wordsOf(['leader', 'commune'])).toEqual(['Hôm nay', 'Ký duyệt', 'Bình xét', 'Tổng quan'])
  })

  it("has for somebody at the country's desk the figures of titles", () => {
    expect(wordsOf(['viewer', 'country'])).toContain('Số liệu danh hiệu')
  })

  it('has four places for every role, each one the person may open', () => {
    const roles: readonly Role[] = ['admin', 'leader', 'unitHead', 'officer', 'clerk', 'viewer']
    for (const role of roles)
      for (const kind of ['country', 'province', 'commune', 'village', 'department'] as const)
        expect(wordsOf([role, kind]), `${role} ${kind}`).toHaveLength(4)
  })

  it('shows a person of two duties the one in which they act', () => {
    expect(wordsOf(['viewer', 'province'], ['officer', 'commune'])).toEqual(['Hôm nay', 'Bình xét', 'Sổ hộ', 'Báo cáo'])
  })
})
