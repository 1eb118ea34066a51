import { plainDate } from '#domain/calendar/plain-date.ts'
import type { DecisionFacts } from '#domain/dossier/decision-document.ts'
import type { FormBlock, FormPaper } from '#domain/dossier/form-paper.ts'
import type { PaperFacts } from '#domain/dossier/paper-facts.ts'
import { preparedFor } from '#domain/title/prepared.ts'
import type { RuleBook } from '#domain/title/rule-book.ts'
import { family122 } from '#domain/title/rule-books/nd-122-2018-family.ts'
import type { AdoptedSheet } from '#domain/title/score-sheet.ts'
import { type Confirmations, noConfirmations } from '#domain/title/sourced.ts'
import { aCandidate, aGathering, anArea, events } from './season.ts'

// The papers of an invented village. Every name is invented.

const names = ['Lò Văn An', 'Hà Thị Bình', 'Vì Văn Cường', 'Lường Thị Dung', 'Lò Văn An']
export const villagers = names.map((headName, at) => aCandidate(String(at), { headName, address: `số ${at + 1}` }))

export const wholeWay = events(
  { type: 'list', on: plainDate('2022-11-10'), leftOut: [] },
  {
    type: 'meet',
    on: plainDate('2022-11-20'),
    leftOut: [{ candidateId: '2', reason: 'bị phạt vì đánh bạc' }],
    households: 60,
  },
  {
    type: 'post',
    on: plainDate('2022-11-21'),
    posting: { from: plainDate('2022-11-21'), lastOn: plainDate('2022-12-01'), place: 'Nhà văn hóa bản' },
  },
  { type: 'submit', on: plainDate('2022-12-02') },
)

type Changes = {
  readonly book?: RuleBook
  readonly sheet?: AdoptedSheet | null
  readonly confirmations?: Confirmations
  readonly area?: Partial<PaperFacts['area']>
}

export function paperFactsOf({ book = family122, sheet = null, confirmations = noConfirmations, area = {} }: Changes = {}): PaperFacts {
  const gatherings = [
    aGathering({
      startClock: '19:30',
      endClock: '21:15',
      absent: ['Lò Thị Vắng'],
      exceptions: [{ candidateId: '3', for: 20, against: 18, other: 2 }],
    }),
  ]
  return {
    season: {
      id: 'season',
      unitId: 'commune',
      honour: 'culturalFamily',
      year: 2022,
      ruleBookId: book.id,
      way: null,
      openedOn: plainDate('2022-01-03'),
    },
    law: { book, prepared: preparedFor(book, sheet, confirmations) },
    confirmations,
    area: { ...anArea({ candidates: villagers, gatherings, events: wholeWay }), assessments: [], ...area },
    place: {
      name: 'bản Trên',
      kind: 'village',
      communeName: 'xã Minh Họa',
      provinceName: 'tỉnh Minh Họa',
      aboveName: 'xã Minh Họa',
      receiver: 'Chủ tịch Ủy ban nhân dân xã Minh Họa',
      headName: 'Cầm Văn Trưởng',
    },
    postedAddress: 'https://nep.example/niem-yet#1',
    yearsOf: new Map(),
  }
}

export function decisionFactsOf(changes: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    season: paperFactsOf().season,
    book: family122,
    provincialBasis: '',
    decision: {
      on: plainDate('2022-12-05'),
      code: '12/QĐ-UBND',
      signerName: 'Hà Văn Minh Họa',
      openAccepted: '',
      isDraft: false,
      lawChosen: '',
    },
    issuer: {
      id: 'version',
      unitId: 'commune',
      name: 'Xã Minh Họa',
      kind: 'commune',
      parentUnitId: null,
      code: null,
      namedAfterPerson: false,
      position: 0,
      letterhead: null,
      functions: null,
      calledInText: 'xã Minh Họa',
      source: 'dữ liệu minh họa',
      valid: { from: null, until: null },
    },
    parentKind: null,
    capacityLines: ['CHỦ TỊCH'],
    areas: [
      { unitId: 'upper', name: 'bản Trên', kind: 'village' },
      { unitId: 'lower', name: 'bản Dưới', kind: 'village' },
    ],
    appraisers: [],
    recognised: Array.from({ length: 48 }, (_, at) => ({
      number: at + 1,
      headName: names[at % names.length] ?? '',
      address: at % 3 === 0 ? `số ${at + 1}` : '',
      areaUnitId: at < 20 ? 'upper' : 'lower',
    })),
    failed: [
      {
        headName: 'Lò Văn Không',
        address: '',
        areaUnitId: 'upper',
        reasons: [{ code: 'excluded', clause: 'Điều 7, 122/2018/NĐ-CP', figures: {} }],
      },
    ],
    ...changes,
  }
}

/** Every word of a paper, for tests that ask what it tells and what not. */
export function wordsOf(paper: FormPaper): string {
  const signed = paper.signatures.flatMap(({ capacity, name }) => [capacity, name ?? ''])
  return [
    paper.formNumber ?? '',
    paper.title,
    paper.subtitle,
    paper.placeAndDate ?? '',
    ...paper.addressees,
    ...paper.blocks.map(wordsIn),
    ...signed,
  ].join('\n')
}

function wordsIn(block: FormBlock): string {
  if (block.type === 'table')
    return [block.columns.map(column => column.heading), ...block.rows.map(({ cells }) => cells)].flat().join('\n')
  if (block.type === 'square') return block.says
  if (block.type === 'field') return `${block.label}: ${block.value ?? ''}`
  return block.type === 'blank' ? '' : block.text
}
