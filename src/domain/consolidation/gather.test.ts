import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChildParagraph, figuresIn, gather, markByWords, paragraphsOfReturn } from './gather.ts'
import { joinTaken, makeLive, rewriteTaken, takenWords, takeParagraph } from './taken-text.ts'

const outline = [
  { key: 'results', role: 'account' as const },
  { key: 'difficulties', role: 'difficulty' as const },
]
const say = (unitId: string, text: string, more: Partial<ChildParagraph> = {}): ChildParagraph => ({
  unitId,
  returnId: `return of ${unitId}`,
  version: 1,
  paragraphId: 'p1',
  partKey: 'results',
  depth: 1,
  text,
  ...more,
})

describe('what the communes wrote', () => {
  test('alike but for its numbers stands once, in the fullest words, with everyone who said it', () => {
    const points = gather(
      [
        say('a', 'Tổ chức 03 buổi tuyên truyền về nếp sống văn minh trong việc cưới, việc tang tại các bản.'),
        say('b', 'Tổ chức 12 buổi tuyên truyền về nếp sống văn minh trong việc cưới, việc tang tại các bản, với 450 lượt người dự.'),
        say('c', 'Ra mắt đội văn nghệ của ba bản vùng cao.'),
      ],
      outline,
    )
    expect(points.map(({ unitIds, paragraph }) => [unitIds, paragraph.unitId])).toEqual([
      [['b', 'a'], 'b'],
      [['c'], 'c'],
    ])
  })

  test('that begins alike and then tells another thing stays apart', () => {
    const points = gather(
      [
        say('a', 'Tổ chức 02 buổi tuyên truyền phòng cháy tại nhà văn hóa bản.'),
        say('b', 'Tổ chức 02 buổi tuyên truyền phòng cháy trong trường học và chợ.'),
      ],
      outline,
    )
    expect(points).toHaveLength(2)
  })

  test('stands under its own part, and comes first where most say it, then where it has figures, then where it is nearer', () => {
    const points = gather(
      [
        say('a', 'Thiếu kinh phí sửa chữa nhà văn hóa bản.', { partKey: 'difficulties' }),
        say('b', 'Vận động nhân dân giữ gìn vệ sinh đường làng, ngõ xóm sạch đẹp.', { depth: 2 }),
        say('c', 'Thành lập câu lạc bộ bóng chuyền hơi của phụ nữ.'),
        say('d', 'Trao 15 suất quà cho hộ nghèo dịp Tết.'),
        say('e', 'Vận động nhân dân giữ gìn vệ sinh đường làng, ngõ xóm sạch đẹp.', { depth: 2 }),
      ],
      outline,
    )
    expect(points.map(({ paragraph, mark, markedBy }) => [paragraph.unitId, mark, markedBy])).toEqual([
      ['b', null, null],
      ['d', null, null],
      ['c', null, null],
      ['a', 'difficulty', 'part'],
    ])
  })

  test('is taken line by line, without the sign of a list, each line called by its part and place', () => {
    const lines = paragraphsOfReturn({
      unitId: 'a',
      returnId: 'r',
      version: 2,
      depth: 1,
      parts: { results: '- Ra mắt 02 đội văn nghệ.\n\n+ Sửa nhà văn hóa bản.\n', difficulties: '' },
    })
    expect(lines.map(({ paragraphId, version, text }) => [paragraphId, version, text])).toEqual([
      ['results 1', 2, 'Ra mắt 02 đội văn nghệ.'],
      ['results 2', 2, 'Sửa nhà văn hóa bản.'],
    ])
  })

  test('is marked by its part, else by words that point one way only', () => {
    expect(markByWords('Mô hình hay: bản không rác thải nhựa.')).toBe('goodExample')
    expect(markByWords('Còn khó khăn về kinh phí.')).toBe('difficulty')
    expect(markByWords('Đề nghị Sở hướng dẫn mẫu bảng điểm.')).toBe('proposal')
    expect(markByWords('Còn khó khăn về kinh phí. Đề nghị tỉnh hỗ trợ.')).toBeNull()
    expect(markByWords('Ban Vận động đã đề nghị công nhận 120 hộ.')).toBeNull()
  })

  test('keeps every paragraph exactly once, whatever order they came in', () => {
    const words = fc.constantFrom('bản', 'văn hóa', 'tổ chức', '12', 'buổi', 'tuyên truyền', 'khó khăn', 'nhà văn hóa', 'hộ')
    const text = fc.array(words, { minLength: 1, maxLength: 8 }).map(all => all.join(' '))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.nat(11), (texts, cut) => {
        const all = texts.map((one, i) => say(`u${i}`, one))
        const [points, turned] = [all, [...all.slice(cut), ...all.slice(0, cut)]].map(some => gather(some, outline))
        expect(points?.flatMap(({ alike }) => alike.map(({ unitId }) => unitId)).toSorted()).toEqual(
          all.map(({ unitId }) => unitId).toSorted(),
        )
        expect(turned).toEqual(points)
      }),
    )
  })
})

test('numbers that count are told from those of days, years, documents and headings', () => {
  expect(found('Theo Kế hoạch 41/KH-UBND ngày 10/02/2022, năm 2022 có 1.447 cơ quan đăng ký, đạt 79,9%.')).toEqual(['1.447', '79,9'])
  expect(found('Tổng số 3.000 hộ; 6 tháng đầu năm công nhận trên 250.')).toEqual(['3.000', '250'])
  expect(found('2. Giai đoạn 2022-2026, Điều 6 khoản 1: giữ nguyên')).toEqual([])
})

describe('text taken from below', () => {
  const taken = takeParagraph({ ...say('a', ''), text: 'Có 120 hộ đăng ký, 98 hộ đạt.' })

  test('reads as it was written, its numbers quoted with where they come from', () => {
    expect(takenWords(taken, () => null)).toBe('Có 120 hộ đăng ký, 98 hộ đạt.')
    expect(taken.pieces.filter(({ type }) => type === 'quoted')).toHaveLength(2)
    expect(taken.origins).toEqual([{ unitId: 'a', returnId: 'return of a', version: 1, paragraphId: 'p1' }])
  })

  test('shortened, it keeps its origins, and a number nobody wrote below is the writer’s own', () => {
    const shorter = rewriteTaken(taken, '98 hộ đạt trong 121 hộ.')
    expect(shorter.pieces.flatMap(piece => (piece.type === 'text' ? [] : [[piece.type, piece.written]]))).toEqual([
      ['quoted', '98'],
      ['typed', '121'],
    ])
    expect(shorter.origins).toEqual(taken.origins)
  })

  test('shortened, a number stays quoted as often as it was written, and no oftener', () => {
    const five = takeParagraph({ ...say('a', ''), text: 'Có 5 đội, 5 câu lạc bộ.' })
    const types = rewriteTaken(five, '5 đội, 5 câu lạc bộ, 5 bản').pieces.filter(({ type }) => type !== 'text')
    expect(types.map(({ type }) => type)).toEqual(['quoted', 'quoted', 'typed'])
  })

  test('joined, it has the origins of both once', () => {
    const other = takeParagraph({ ...say('b', ''), text: 'Có 7 đội văn nghệ.' })
    expect(joinTaken(joinTaken(taken, other), taken).origins.map(({ unitId }) => unitId)).toEqual(['a', 'b'])
    expect(takenWords(joinTaken(taken, other), () => null)).toBe('Có 120 hộ đăng ký, 98 hộ đạt. Có 7 đội văn nghệ.')
  })

  test('follows the consolidation where a person bound a number to it, and keeps its words where that is missing', () => {
    const live = makeLive(taken, 1, { unitId: 'a', code: 'family.registered' })
    expect(takenWords(live, () => '125')).toBe('Có 125 hộ đăng ký, 98 hộ đạt.')
    expect(takenWords(live, () => null)).toBe('Có 120 hộ đăng ký, 98 hộ đạt.')
    expect(takenWords(rewriteTaken(live, 'Đăng ký: 120 hộ.'), () => '125')).toBe('Đăng ký: 125 hộ.')
  })

  test('says the same after any cutting of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(takenWords(takeParagraph({ ...say('a', ''), text }), () => null)).toBe(text)
      }),
    )
  })
})

function found(text: string): string[] {
  return figuresIn(text).map(({ written }) => written)
}
