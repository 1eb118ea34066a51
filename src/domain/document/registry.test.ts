import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { documentKinds } from './kinds.ts'
import {
  addCitation,
  type CitationLink,
  forceOn,
  fullCitation,
  isInForce,
  isSameDocument,
  type RegisteredDocument,
  reachable,
  registerDocument,
  saysTheSame,
  shortCitation,
  symbolOf,
} from './registry.ts'

const today = plainDate('2022-06-15')
const plan: RegisteredDocument = {
  id: 'plan',
  ownerUnitId: 'office',
  direction: 'incoming',
  kind: 'plan',
  code: '41/KH-UBND',
  issuedOn: plainDate('2022-02-10'),
  issuerName: 'UBND tỉnh',
  issuerUnitId: null,
  subject: 'Thực hiện Phong trào năm 2022',
  valid: { from: plainDate('2022-02-10'), until: null },
  years: null,
  arrivedOn: null,
  arrivalNumber: null,
  signerName: '',
  recipients: '',
  archivedWith: '',
  copies: null,
  forwardedOn: null,
  note: '',
  revision: 0,
}

describe('the register takes', () => {
  test.for([
    ['decision', '2214/QĐ-TTg'],
    ['plan', '41/KH-UBND'],
    ['decree', '122/2018/NĐ-CP'],
    ['report', '05/BC-VPUB'],
    ['programme', '3/CTr-UBND'],
    ['officialLetter', '12/UBND-KGVX'],
    ['law', '91/2025/QH15'],
  ] as const)('a %s numbered %s', ([kind, code]) => {
    expect(registerDocument({ ...plan, kind, code }, [], today).ok).toBe(true)
  })

  test('a document of today, and one that arrived the day it was issued', () => {
    expect(registerDocument({ ...plan, issuedOn: today, arrivedOn: today }, [], today).ok).toBe(true)
  })
})

describe('the register refuses', () => {
  test.for<readonly [string, Partial<RegisteredDocument>, string]>([
    ['a document of tomorrow', { issuedOn: plainDate('2022-06-16') }, 'document.issued-in-future'],
    ['an arrival the day before issue', { arrivedOn: plainDate('2022-02-09') }, 'document.arrived-before-issue'],
    ['handing on the day before it came', { arrivedOn: today, forwardedOn: plainDate('2022-06-14') }, 'document.forwarded-outside'],
    ['handing on tomorrow', { forwardedOn: plainDate('2022-06-16') }, 'document.forwarded-outside'],
    ['days of force that are none', { valid: { from: today, until: today } }, 'document.ends-before-start'],
    ['years that run backwards', { years: { from: 2026, until: 2022 } }, 'document.ends-before-start'],
    ['a subject marked secret', { subject: 'TỐI MẬT: …' }, 'document.secret'],
    ['a subject that tells its degree of secrecy', { subject: 'Kế hoạch (ĐỘ MẬT: A)' }, 'document.secret'],
    ['a bare number', { code: '41' }, 'document.code-without-symbol'],
    ['a number and a year', { code: '41/2022' }, 'document.code-without-symbol'],
    ['a plan with the symbol of a decision', { code: '41/QĐ-UBND' }, 'document.kind-unlike-symbol'],
    ['a letter with the symbol of a plan', { kind: 'officialLetter' }, 'document.kind-unlike-symbol'],
  ])('%s', ([, changes, code]) => {
    expect(registerDocument({ ...plan, ...changes }, [], today)).toMatchObject({ ok: false, code })
  })

  test('nothing when it is handed on the day it came', () => {
    expect(registerDocument({ ...plan, arrivedOn: today, forwardedOn: today }, [], today).ok).toBe(true)
  })

  test('the same number, symbol, issuer and year twice; a mark makes another number', () => {
    const twin = { ...plan, id: 'twin', issuedOn: plainDate('2022-03-01') }
    expect(registerDocument(twin, [plan], today)).toMatchObject({ code: 'document.already-registered', details: { code: '41/KH-UBND' } })
    expect(registerDocument(plan, [plan], today).ok).toBe(true)
    for (const changes of [
      { code: '41/KH-ƯBND' },
      { issuerName: 'UBND huyện' },
      { issuedOn: plainDate('2021-02-10') },
      { ownerUnitId: 'other' },
    ])
      expect(isSameDocument(plan, { ...twin, ...changes })).toBe(false)
  })
})

describe('citations', () => {
  test('lead neither to themselves nor back to where they start', () => {
    const chain = [link('17', '41'), link('41', '23'), link('23', '2214')]
    expect(addCitation(link('17', '17'), [])).toMatchObject({ code: 'document.cites-itself' })
    expect(addCitation(link('2214', '17'), chain)).toMatchObject({ code: 'document.cites-in-circle' })
    expect(addCitation(link('17', '2214'), chain).ok).toBe(true)
    expect([...reachable('41', chain)]).toEqual(['23', '2214'])
  })

  test('added in whatever order, never close a circle', () => {
    const anyLink = fc
      .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))
      .map(([from, to]) => link(String(from), String(to)))
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 30 }), wanted => {
        const taken: CitationLink[] = []
        for (const next of wanted) if (addCitation(next, taken).ok) taken.push(next)
        expect(taken.filter(({ fromDocumentId }) => reachable(fromDocumentId, taken).has(fromDocumentId))).toEqual([])
      }),
    )
  })

  test('are full at first, short afterwards', () => {
    expect(fullCitation(plan)).toBe('Kế hoạch số 41/KH-UBND ngày 10/02/2022 của UBND tỉnh thực hiện Phong trào năm 2022')
    expect(shortCitation(plan)).toBe('Kế hoạch số 41/KH-UBND')
  })
})

describe('what is known of a document', () => {
  test('its symbol is what follows the number', () => {
    expect(['41/KH-UBND', '122/2018/NĐ-CP', '91/2025/QH15', '41', '41/2022', '/'].map(symbolOf)).toEqual([
      'KH-UBND',
      'NĐ-CP',
      'QH15',
      null,
      null,
      null,
    ])
  })

  test('it binds from issue at the earliest to its last day', () => {
    const decree = { issuedOn: plainDate('2018-09-17'), valid: { from: plainDate('2018-11-05'), until: plainDate('2024-01-30') } }
    const days = ['2018-11-04', '2018-11-05', '2024-01-29', '2024-01-30'].map(plainDate)
    expect(days.map(day => isInForce(decree, day))).toEqual([false, true, true, false])
    expect(days.map(day => forceOn(decree, day))).toEqual(['notYet', 'inForce', 'inForce', 'ended'])
    expect(isInForce({ issuedOn: today, valid: { from: null, until: null } }, plainDate('2022-06-14'))).toBe(false)
  })

  test('what a clerk writes beside it is not what it says; to whom it goes and who signed is', () => {
    const beside = { archivedWith: 'VT, TH', copies: 12, forwardedOn: today, note: 'hỏa tốc', revision: 3 }
    expect(saysTheSame(plan, { ...plan, ...beside })).toBe(true)
    for (const changes of [{ subject: 'khác' }, { signerName: 'Lò Văn A' }, { recipients: 'Sở Nội vụ' }, { code: '42/KH-UBND' }])
      expect(saysTheSame(plan, { ...plan, ...changes })).toBe(false)
  })

  test('no two kinds share an abbreviation', () => {
    const abbreviations = Object.values(documentKinds).flatMap(kind => kind.abbreviation ?? [])
    expect(new Set(abbreviations).size).toBe(abbreviations.length)
  })
})

function link(fromDocumentId: string, toDocumentId: string): CitationLink {
  return { fromDocumentId, toDocumentId, relation: 'carriesOut' }
}
