import { describe, expect, test } from 'vitest'
import { activity, answered, factsOf, registered, task, unitVersion } from '../../../test/report-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { inlineText } from '../document/official-document.ts'
import { compose } from './compose.ts'
import { reportForms } from './form.ts'
import { paragraphsOf, type ReportContent } from './report.ts'

describe('a report of an office that did other things', () => {
  test('numbers only the parts it has work for, without a gap', () => {
    const content = compose(
      factsOf({
        activities: [
          activity('Hội thao', { narrative: 'Tổ chức hội thao công chức' }),
          activity('Giúp bản khó', { kind: 'communeAid', narrative: 'Hỗ trợ bản vùng cao' }),
        ],
      }),
    )
    expect(outline(content)).toEqual([
      'I. ĐẶC ĐIỂM, TÌNH HÌNH',
      'II. KẾT QUẢ THỰC HIỆN',
      '1. Kết quả thực hiện',
      '1.1. Tổ chức hội thao công chức.',
      '1.2. Hỗ trợ bản vùng cao.',
      'III. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM',
    ])
  })

  test('marks a main part nobody recorded anything for as missing, and does not fill it', () => {
    const gap = paragraphsOf(compose(factsOf())).find(paragraph => paragraph.id === 'ahead/gap')
    expect(gap?.inlines).toEqual([{ type: 'missing', what: expect.stringContaining('NHIỆM VỤ TRỌNG TÂM') }])
  })

  test('counts its parts and lists as many names as it counts', () => {
    const children = ['Phòng Một', 'Phòng Hai', 'Thanh tra'].map((name, position) => unitVersion(name, { kind: 'department', position }))
    expect(textOf(compose(factsOf({ children })), 'situation/structure')).toBe(
      'Sở Minh họa có 03 tổ chức, gồm: Phòng Một, phòng Hai, Thanh tra.',
    )
  })

  test('says "…" for a category of people nobody entered, never 0', () => {
    const headcounts = [
      { id: 'h', unitId: 'unit-Sở Minh họa', category: 'officials' as const, count: 9, valid: { from: null, until: null } },
    ]
    const content = compose(factsOf({ headcounts }))
    expect(textOf(content, 'situation/headcount')).toContain('09 cán bộ, công chức; … viên chức; … lao động hợp đồng')
    expect(content.figures.find(figure => figure.id === 'headcount.publicEmployees')?.value.type).toBe('missing')
  })
})

describe('what of the records a period takes', () => {
  test.for([
    ['the last day before it', '2021-12-14', false],
    ['its first day', '2021-12-15', true],
    ['its last day', '2022-06-14', true],
    ['the day after', '2022-06-15', false],
  ] as const)('an activity on %s', ([, day, isIn]) => {
    const on = plainDate(day)
    const text = allText(
      compose(factsOf({ activities: [activity('Hội thao', { startsOn: on, endsOn: on, narrative: 'Tổ chức hội thao' })] })),
    )
    expect(text.includes('Tổ chức hội thao')).toBe(isIn)
  })

  test('an answer given before the period speaks for the last report, not for this one', () => {
    const text = allText(compose(factsOf(answered(task('Tuyên truyền'), 'Đã tuyên truyền', '2021-12-14'))))
    expect(text).not.toContain('Đã tuyên truyền')
  })

  test('a task not done and due in the next half stands among the tasks ahead; a done one does not', () => {
    const open = task('Mở', { instruction: 'Việc còn mở', dueOn: plainDate('2022-12-01') })
    const done = task('Xong', { instruction: 'Việc đã xong', dueOn: plainDate('2022-12-01') })
    const facts = answered(done, 'Đã xong')
    const content = compose(factsOf({ ...facts, tasks: [open, done] }))
    const ahead = content.sections.find(section => section.key === 'ahead')?.paragraphs ?? []
    expect(ahead.map(paragraph => inlineText(paragraph.inlines))).toEqual(['Việc còn mở.'])
  })
})

describe('numbers in the text', () => {
  test('an estimate keeps its word, a count does not get one', () => {
    const content = compose(
      factsOf({
        activities: [
          activity('Chạy', { narrative: 'Tổ chức ngày chạy', participants: { quality: 'estimated', count: 3000, qualifier: 'trên' } }),
          activity('Hội thi', { narrative: 'Mở hội thi', participants: { quality: 'counted', count: 45 } }),
        ],
      }),
    )
    expect(textOf(content, 'sport/activities')).toBe('Tổ chức ngày chạy, với trên 3.000 người tham gia; mở hội thi, với 45 người tham gia.')
  })

  test('the outcome of a target is told with its base once it is recorded, and shown missing before', () => {
    const target = {
      id: 't',
      planId: 'plan',
      statement: 'hộ đăng ký',
      operator: '>=' as const,
      goalPercent: 90,
      baseName: 'hộ',
      share: null,
      outcome: null,
      revision: 0,
    }
    const facts = answered(task('Đăng ký', { targetId: 't' }), 'Sở đã vận động')
    const before = compose(factsOf({ ...facts, targets: [target] }))
    expect(allText(before)).toContain('Để đạt mục tiêu 90% hộ đăng ký, Sở đã vận động.')
    expect(allText(before)).not.toContain('Kết quả:')
    const outcome = { numerator: 566, denominator: 624, on: plainDate('2022-06-01'), basis: 'Tổng hợp' }
    expect(allText(compose(factsOf({ ...facts, targets: [{ ...target, outcome }] })))).toContain('Kết quả: 566/624 hộ (90,7%).')
    const allButOne = { ...outcome, numerator: 29_999, denominator: 30_000 }
    expect(allText(compose(factsOf({ ...facts, targets: [{ ...target, outcome: allButOne }] })))).toContain('29.999/30.000 hộ (99,9%)')
  })

  test('every number printed is a figure with the records it comes from', () => {
    const content = compose(
      factsOf({
        children: [unitVersion('Phòng Một', { kind: 'department' })],
        activities: [activity('Chạy', { participants: { quality: 'counted', count: 12 } })],
      }),
    )
    for (const paragraph of paragraphsOf(content))
      for (const inline of paragraph.inlines)
        if (inline.type === 'figure')
          expect(content.figures.find(figure => figure.id === inline.figureId)?.origins.length).toBeGreaterThan(0)
  })
})

describe('citations', () => {
  test('are full the first time and short afterwards, when the house writes them', () => {
    const document = registered('5/KH-UBND')
    const advice = (name: string, day: string) =>
      activity(name, {
        kind: 'advice',
        startsOn: plainDate(day),
        endsOn: plainDate(day),
        narrative: 'Sở tham mưu ban hành',
        documentIds: [document.id],
      })
    const text = textOf(
      compose(factsOf({ documents: [document], activities: [advice('Một', '2022-02-01'), advice('Hai', '2022-03-01')] })),
      'advice/activities',
    )
    expect(text).toBe(
      'Sở tham mưu ban hành Kế hoạch số 5/KH-UBND ngày 01/02/2022 của UBND tỉnh thực hiện Phong trào năm 2022; sở tham mưu ban hành Kế hoạch số 5/KH-UBND.',
    )
  })
})

describe('the five parts the Ministry asks for', () => {
  test('gather difficulties and proposals under their own headings', () => {
    const facts = answered(task('Tuyên truyền'), 'Đã tuyên truyền')
    const progress = facts.progress.map(entry => ({ ...entry, difficulty: 'Thiếu kinh phí', proposal: 'Đề nghị bố trí kinh phí' }))
    const content = compose(factsOf({ ...facts, progress, form: reportForms[1] as (typeof reportForms)[0] }))
    expect(outline(content).filter(line => /^[IVX]+\./u.test(line))).toEqual([
      'I. TÌNH HÌNH TRIỂN KHAI',
      'II. KẾT QUẢ THỰC HIỆN',
      'III. KHÓ KHĂN, VƯỚNG MẮC',
      'IV. KIẾN NGHỊ, ĐỀ XUẤT',
      'V. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM',
    ])
    expect(allText(content)).toContain('Thiếu kinh phí.')
    expect(allText(content)).toContain('Đề nghị bố trí kinh phí.')
  })
})

test('the same records give the same report, in whatever order they were entered', () => {
  const activities = ['Một', 'Hai', 'Ba'].map((name, i) =>
    activity(name, { startsOn: plainDate(`2022-03-0${i + 1}`), endsOn: plainDate(`2022-03-0${i + 1}`), narrative: `Việc ${name}` }),
  )
  expect(compose(factsOf({ activities: activities.toReversed() }))).toEqual(compose(factsOf({ activities })))
})

function outline(content: ReportContent): string[] {
  return content.sections.flatMap(section => {
    const labelled = section.paragraphs
      .filter(paragraph => paragraph.label !== null)
      .map(paragraph => `${paragraph.label} ${inlineText(paragraph.inlines)}`)
    return section.heading === null ? labelled : [`${section.label} ${section.heading}`, ...labelled]
  })
}

function textOf(content: ReportContent, id: string): string {
  return paragraphsOf(content)
    .filter(paragraph => paragraph.id === id)
    .map(paragraph => inlineText(paragraph.inlines))
    .join('\n')
}

function allText(content: ReportContent): string {
  return paragraphsOf(content)
    .map(paragraph => inlineText(paragraph.inlines))
    .join('\n')
}
