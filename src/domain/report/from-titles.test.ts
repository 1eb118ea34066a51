import { describe, expect, test } from 'vitest'
import { answered, factsOf, task, unitVersion } from '../../../test/report-facts.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { inlineText } from '../document/official-document.ts'
import type { SeasonRegistration, TitleRegistration } from '../title/registration.ts'
import { compose } from './compose.ts'
import type { ReportFacts } from './facts.ts'
import { paragraphsOf } from './report.ts'
import { contentWarnings } from './warnings.ts'

const children = ['Một', 'Hai', 'Ba'].map((name, position) => unitVersion(`Phòng ${name}`, { kind: 'department', position }))
const title = 'danh hiệu “Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa”'

describe('what a report says of registrations', () => {
  test('how many of how many, and how many for the first time', () => {
    expect(textFor([of('Một', { round: 'first' }), of('Hai', { round: 'again' })])).toBe(
      `Có 2/3 phòng, ban (66,7%) đăng ký ${title} năm 2022, trong đó 01 đăng ký lần đầu, 01 đăng ký lại.`,
    )
  })

  test('in one word where all are of one kind', () => {
    expect(textFor([of('Một'), of('Hai'), of('Ba')])).toBe(`Có 3/3 phòng, ban (100%) đăng ký lần đầu ${title} năm 2022.`)
  })

  test('the next year in a sentence of its own', () => {
    expect(textFor([of('Một'), of('Một', { id: 'next', year: 2023, registeredOn: plainDate('2022-06-10') })])).toBe(
      [`Có 1/3 phòng, ban (33,3%) đăng ký lần đầu ${title} năm 2022.`, `Có 1/3 phòng, ban (33,3%) đăng ký lần đầu ${title} năm 2023.`].join(
        '\n',
      ),
    )
  })

  test.for([
    ['the day before the period', '2021-12-14', false],
    ['its first day', '2021-12-15', true],
    ['its last day', '2022-06-14', true],
    ['the day after', '2022-06-15', false],
  ] as const)('one registered on %s', ([, day, isTold]) => {
    expect(textFor([of('Một', { registeredOn: plainDate(day) })]) !== '').toBe(isTold)
  })

  test('those registered before the period stand in the total, once somebody registers in it', () => {
    const early = of('Một', { registeredOn: plainDate('2021-12-01') })
    expect(textFor([early, of('Hai')])).toContain('Có 2/3 phòng, ban')
  })

  test('nothing of what was withdrawn by the cut-off, of other units and of other years', () => {
    const withdrawn = of('Một', { withdrawal: { on: plainDate('2022-06-14'), reason: 'ghi nhầm' } })
    expect(textFor([withdrawn, of('Bốn'), of('Hai', { year: 2021 })])).toBe('')
  })

  test('its number opens to each unit, those that have not registered too', () => {
    const content = compose(factsWith([of('Hai')]))
    const figure = content.figures.find(({ id }) => id === 'registration.culturalOffice.2022')
    expect(figure?.value).toEqual({ type: 'ratio', numerator: 1, denominator: 3, baseName: 'phòng, ban' })
    expect(figure?.origins).toEqual([
      { kind: 'unitVersion', id: 'version-Phòng Một' },
      { kind: 'registration', id: 'registration-Hai' },
      { kind: 'unitVersion', id: 'version-Phòng Ba' },
    ])
  })

  test('the same, in whatever order they were entered', () => {
    const all = [of('Một'), of('Hai', { round: 'again' }), of('Ba')]
    expect(compose(factsWith(all.toReversed()))).toEqual(compose(factsWith(all)))
  })
})

const inSeason = (...names: string[]): SeasonRegistration[] => names.map(name => ({ ...of(name), id: `candidate-${name}` }))

describe('registrations a season holds', () => {
  test('are what the report counts, each unit once', () => {
    const facts = factsOf({ children, candidates: inSeason('Một', 'Hai') })
    expect(sayOf(facts)).toBe(`Có 2/3 phòng, ban (66,7%) đăng ký ${title} năm 2022.`)
    expect(contentWarnings(compose(facts), facts).map(({ code }) => code)).not.toContain('W-registrations-differ')
  })

  test('keep whether it is the first time where the book of registrations says so of all of them', () => {
    const facts = factsOf({ children, candidates: inSeason('Một', 'Hai'), registrations: [of('Một'), of('Hai', { round: 'again' })] })
    expect(sayOf(facts)).toContain('trong đó 01 đăng ký lần đầu, 01 đăng ký lại')
  })

  test('that are not those of the book are remarked on with the units, and the season counts', () => {
    const facts = factsOf({ children, candidates: inSeason('Một', 'Hai'), registrations: [of('Hai'), of('Ba')] })
    expect(sayOf(facts)).toContain('Có 2/3 phòng, ban')
    const remark = contentWarnings(compose(facts), facts).find(({ code }) => code === 'W-registrations-differ')
    expect(remark?.message).toBe(
      'Số này lấy từ đợt xét năm 2022; sổ đăng ký ghi khác: chỉ có trong đợt xét: Phòng Một; chỉ có trong sổ đăng ký: Phòng Ba.',
    )
  })
})

describe('a task to gather registrations that was answered', () => {
  const work = answered(task('Tổng hợp đăng ký', { theme: 'registration' }), 'Đã tổng hợp đăng ký')

  test('is remarked on at its place while nobody is recorded', () => {
    expect(remarksOf(factsOf({ ...work, children }))).toEqual([['W-no-registration', expect.stringMatching(/^registration\//u)]])
  })

  test('is not, once somebody is, nor where no part of the unit can register', () => {
    expect(remarksOf(factsOf({ ...work, children, registrations: [of('Một')] }))).toEqual([])
    expect(remarksOf(factsOf(work))).toEqual([])
  })

  test('is not remarked on before it is answered', () => {
    expect(remarksOf(factsOf({ ...work, progress: [], children }))).toEqual([])
  })
})

function remarksOf(facts: ReportFacts) {
  const remarks = contentWarnings(compose(facts), facts).filter(({ code }) => code === 'W-no-registration')
  return remarks.map(({ code, place }) => [code, place.blockId])
}

function textFor(registrations: readonly TitleRegistration[]): string {
  return sayOf(factsWith(registrations))
}

function sayOf(facts: ReportFacts): string {
  return paragraphsOf(compose(facts))
    .filter(({ id }) => id.startsWith('registration/'))
    .map(({ inlines }) => inlineText(inlines))
    .join('\n')
}

function factsWith(registrations: readonly TitleRegistration[]): ReportFacts {
  return factsOf({ children, registrations })
}

function of(name: string, changes: Partial<TitleRegistration> = {}): TitleRegistration {
  return {
    id: `registration-${name}`,
    unitId: `unit-Phòng ${name}`,
    title: 'culturalOffice',
    year: 2022,
    round: 'first',
    registeredOn: plainDate('2022-03-01'),
    documentId: null,
    note: '',
    withdrawal: null,
    ...changes,
  }
}
