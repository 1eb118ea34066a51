import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { type ReportingRegime, regimeItems, remarksOnRegime } from './regime.ts'

const said = Object.fromEntries(regimeItems.map(item => [item, 'có ghi'])) as ReportingRegime['items']
const regime: ReportingRegime = {
  id: 'r',
  unitId: 'province',
  kind: 'regular',
  items: said,
  formKey: 'commune',
  parts: ['H1', 'Y'],
  ownPeriods: [],
  dueWorkingDays: 1,
  basis: { kind: 'decision', citation: 'Quyết định của Ủy ban nhân dân tỉnh' },
  valid: { from: plainDate('2025-01-01'), until: null },
}

describe('a reporting regime (Decree 09/2019/NĐ-CP, Art. 7, 8, 11) is remarked on and never blocked', () => {
  test('one that says everything, set by a decision of the province, is left alone', () => {
    expect(remarksOnRegime(regime)).toEqual([])
  })

  test('a regular one needs its first nine items; tables and procedure may follow', () => {
    expect(remarksOnRegime({ ...regime, items: { ...said, tables: '', procedure: ' ' } })).toEqual([])
    expect(remarksOnRegime({ ...regime, items: { ...said, receiver: '' } })).toEqual([{ code: 'item-missing', item: 'receiver' }])
  })

  test('a plan or an official letter sets no regular regime, but may ask for a report once', () => {
    const basis = { kind: 'plan', citation: 'Kế hoạch của Ban Chỉ đạo' } as const
    expect(remarksOnRegime({ ...regime, basis })).toEqual([{ code: 'not-by-normative-text' }])
    expect(remarksOnRegime({ ...regime, basis, kind: 'thematic', items: { ...said, frequency: '' } })).toEqual([])
    expect(remarksOnRegime({ ...regime, basis: null })).toEqual([{ code: 'not-by-normative-text' }])
  })

  test('the due day lies a working day after the cut-off at the least', () => {
    expect(remarksOnRegime({ ...regime, dueWorkingDays: 0 })).toEqual([{ code: 'due-too-soon' }])
  })
})
