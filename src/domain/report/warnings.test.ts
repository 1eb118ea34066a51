import { describe, expect, test } from 'vitest'
import { activity, answered, factsOf, registered, task, unitVersion } from '../../../test/report-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { inlineText } from '../document/official-document.ts'
import type { Remark } from '../document/remark.ts'
import { builtInDictionary } from '../indicator/dictionary/dictionary.ts'
import type { FormVersion } from '../indicator/figure-form.ts'
import { compose } from './compose.ts'
import { editParagraphs } from './edit.ts'
import type { ReportFacts } from './facts.ts'
import { paragraphsOf } from './report.ts'
import { contentWarnings } from './warnings.ts'

const plan = registered('23/KH-UBND', { years: { from: 2022, until: 2026 } })

describe('a remark stands where the text deviates', () => {
  test('one plan beside years that are not its own', () => {
    const remarks = warningsFor(
      answered(task('Việc'), 'Thực hiện mục tiêu giai đoạn 2021 - 2026 theo Kế hoạch số 23/KH-UBND của UBND tỉnh'),
      { documents: [plan] },
    )
    expect(codes(remarks)).toContain('W-period')
    expect(remarks.find(remark => remark.code === 'W-period')?.message).toContain('23/KH-UBND ghi 2022–2026')
  })

  test('one plan beside two ranges of years in one report', () => {
    const text = 'Kế hoạch số 23/KH-UBND của UBND tỉnh giai đoạn 2022 - 2026.\nMục tiêu giai đoạn 2021 - 2026 theo Kế hoạch số 23/KH-UBND'
    expect(codes(warningsFor(answered(task('Việc'), text), { documents: [plan] }))).toContain('W-two-periods')
  })

  test('its own years raise nothing', () => {
    const text = 'Kế hoạch số 23/KH-UBND của UBND tỉnh giai đoạn 2022 - 2026'
    expect(codes(warningsFor(answered(task('Việc'), text), { documents: [plan] }))).not.toContain('W-period')
  })

  test('a decree on families cited for the title of an office', () => {
    const law = registered('122/2018/NĐ-CP', {
      kind: 'decree',
      issuedOn: plainDate('2018-09-17'),
      valid: { from: plainDate('2018-11-05'), until: plainDate('2024-01-30') },
    })
    const text = 'Bình xét danh hiệu theo Nghị định số 122/2018/NĐ-CP ngày 17/9/2018 của Chính phủ'
    const remarks = warningsFor(answered(task('Việc'), text), { documents: [law] })
    expect(remarks.find(remark => remark.code === 'W-law-scope')?.message).toContain('08/2014/TT-BVHTTDL (chưa xác minh)')
    expect(
      codes(warningsFor(answered(task('Việc'), text), { documents: [law], unit: unitVersion('Xã Minh họa', { kind: 'commune' }) })),
    ).not.toContain('W-law-scope')
  })

  test('eight stated and seven named', () => {
    const children = Array.from({ length: 8 }, (_, i) => unitVersion(`Ban ${i + 1}`, { kind: 'department', position: i }))
    const facts = factsOf({ children })
    const content = compose(facts)
    expect(codes(contentWarnings(content, facts))).not.toContain('W-listing')
    const was = inlineText(paragraphsOf(content).find(paragraph => paragraph.id === 'situation/structure')?.inlines ?? [])
    const text = 'Sở Minh họa có 08 tổ chức, gồm: Ban 1, Ban 2, Ban 3, Ban 4, Ban 5, Ban 6, Ban 7.'
    const edited = editParagraphs(content, [{ id: 'situation/structure', was, pieces: [{ type: 'text', text }] }], {
      documents: [],
      by: 'Lò Minh Họa',
    })
    expect(edited.ok && contentWarnings(edited.value, facts).find(remark => remark.code === 'W-listing')?.message).toContain(
      '“08 tổ chức” nhưng liệt kê 07 tên',
    )
  })

  test.for([
    ['a document nobody registered', 'theo Kế hoạch số 99/KH-UBND của UBND tỉnh', {}, 'W-unregistered'],
    ['a day unlike the register', 'theo Kế hoạch số 23/KH-UBND ngày 19/01/2022 của UBND tỉnh', {}, 'W-citation-day'],
    [
      'a text that had ended',
      'theo Kế hoạch số 23/KH-UBND của UBND tỉnh',
      { valid: { from: null, until: plainDate('2022-06-14') } },
      'W-not-in-force',
    ],
  ] as const)('%s', ([, text, changes, code]) => {
    expect(codes(warningsFor(answered(task('Việc'), `Thực hiện ${text}`), { documents: [{ ...plan, ...changes }] }))).toContain(code)
  })

  test('a text in force on its last day raises nothing', () => {
    const documents = [{ ...plan, valid: { from: null, until: plainDate('2022-06-15') } }]
    expect(codes(warningsFor(answered(task('Việc'), 'Theo Kế hoạch số 23/KH-UBND'), { documents }))).not.toContain('W-not-in-force')
  })

  test('results that name no number, but not those that do', () => {
    const silent = factsOf({ activities: [activity('Hội thao', { narrative: 'Tổ chức hội thao' })] })
    expect(codes(contentWarnings(compose(silent), silent))).toContain('W-no-figure')
    const told = factsOf({
      activities: [activity('Hội thao', { narrative: 'Tổ chức hội thao', participants: { quality: 'counted', count: 20 } })],
    })
    expect(codes(contentWarnings(compose(told), told))).not.toContain('W-no-figure')
  })

  test('work of the period whose lead unit has not answered', () => {
    const facts = factsOf({ ...answered(task('Việc bỏ sót'), ''), progress: [] })
    expect(contentWarnings(compose(facts), facts).find(remark => remark.code === 'W-no-answer')?.message).toContain('Việc bỏ sót')
  })

  test('sums that do not fit, where no paragraph names them', () => {
    const places = [{ kind: 'cell', key: 'family.registered' }] as const
    const sums = { flags: [{ places, sentence: '“Hộ đăng ký” nhiều hơn “Tổng số hộ”.', cause: 'Hai số từ số đơn vị khác nhau.' }] }
    const of = {
      requestId: 'r',
      unitId: 'u',
      own: null,
      version: null,
      figures: new Map(),
      shares: [],
      parts: [],
      outline: null,
      coverage: [],
    }
    const form: FormVersion = { valid: { from: plainDate('2022-01-01'), until: null }, version: 1, parts: [] }
    const asked = { form, dictionary: builtInDictionary }
    const facts = factsOf({})
    const remarks = contentWarnings(compose(facts), { ...facts, consolidated: { ...of, ...asked, ...sums } })
    expect(remarks.find(({ code }) => code === 'W-sum')).toMatchObject({
      level: 'C',
      message: 'Số tổng hợp: “Hộ đăng ký” nhiều hơn “Tổng số hộ”. Hai số từ số đơn vị khác nhau.',
    })
  })
})

function warningsFor(work: Partial<ReportFacts>, changes: Partial<ReportFacts>): Remark[] {
  const facts = factsOf({ ...work, ...changes })
  return contentWarnings(compose(facts), facts)
}

function codes(remarks: readonly Remark[]): string[] {
  return remarks.map(remark => remark.code)
}
