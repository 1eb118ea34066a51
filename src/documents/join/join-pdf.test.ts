import { beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type FormBook, type FormPaper, plainRow, text } from '#domain/dossier/form-paper.ts'
import { pdfAFaults } from '../../../test/golden/pdf-a.ts'
import { readPdf } from '../../../test/golden/pdf-text.ts'
import { openFormEngine } from '../form/form-engine.ts'
import { joinPdfs, type PartAt } from './join-pdf.ts'

const day = plainDate('2022-11-20')
let parts: Record<'one' | 'two' | 'contents', Uint8Array>

beforeAll(async () => {
  const engine = await openFormEngine()
  const set = (...papers: FormPaper[]): Promise<Uint8Array> =>
    engine.write({ title: 'Thử', author: 'bản Trên', day, papers } satisfies FormBook)
  parts = {
    one: await set(paper('Giấy thứ nhất 12 0 R')),
    two: await set(paper('Giấy thứ hai'), paper('Giấy thứ ba')),
    contents: await set(paper('Mục lục')),
  }
})

describe('files joined to one', () => {
  test('have all pages in order behind the contents, and the archive takes them', async () => {
    const { bytes, told } = await joined()
    expect((await readPdf(bytes)).map(({ lines }) => lines.find(line => line.startsWith('GIẤY') || line.startsWith('MỤC')))).toEqual([
      'MỤC LỤC',
      'GIẤY THỨ NHẤT 12 0 R',
      'GIẤY THỨ HAI',
      'GIẤY THỨ BA',
      'GIẤY THỨ NHẤT 12 0 R',
    ])
    expect(told).toEqual([
      { title: 'Một', fromPage: 1 },
      { title: 'Hai', fromPage: 2 },
      { title: 'Ba', fromPage: 4 },
    ])
    expect(pdfAFaults(bytes)).toEqual([])
  })

  test('have a bookmark for each part, under the heading it stands below', async () => {
    const raw = Buffer.from((await joined()).bytes).toString('latin1')
    const titles = [...raw.matchAll(/\/Title <FEFF([0-9A-F]+)>/gu)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    )
    expect(titles).toEqual(['Mục lục', 'Bản Trên', 'Một', 'Hai', 'Bản Dưới', 'Ba'])
  })

  test('can be joined again, tags and all', async () => {
    const inner = (await joined()).bytes
    const twice = (async function* () {
      yield { heading: null, title: 'Trước', bytes: parts.one }
      yield { heading: null, title: 'Đã ghép', bytes: inner }
    })()
    const bytes = await collect(joinPdfs(twice, { title: 'Hồ sơ', day, contents: null }))
    expect(await readPdf(bytes)).toHaveLength(6)
    expect(pdfAFaults(bytes)).toEqual([])
    const keys = [...bytes.toString('latin1').matchAll(/\/Nums \[([^\]]*)\]/gu)].flatMap(
      ([, nums = '']) => nums.match(/(\d+)(?= \d+ 0 R)/gu) ?? [],
    )
    expect(keys.map(Number).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('are the same bytes each time', async () => {
    expect(Buffer.compare((await joined()).bytes, (await joined()).bytes)).toBe(0)
  })

  test("refuse another program's file rather than guess", async () => {
    const foreign = (async function* () {
      yield { heading: null, title: 'Lạ', bytes: Buffer.from('%PDF-1.5\nxref stream') }
    })()
    await expect(collect(joinPdfs(foreign, { title: 'Hồ sơ', day, contents: null }))).rejects.toThrow(/plain table/u)
  })
})

async function joined() {
  let told: readonly PartAt[] = []
  const file = {
    title: 'Hồ sơ <thử>',
    day,
    contents: async (at: readonly PartAt[]) => {
      told = [...at]
      return parts.contents
    },
  }
  return { bytes: await collect(joinPdfs(given(), file)), told }
}

async function* given() {
  yield { heading: 'Bản Trên', title: 'Một', bytes: parts.one }
  yield { heading: null, title: 'Hai', bytes: parts.two }
  yield { heading: 'Bản Dưới', title: 'Ba', bytes: parts.one }
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

function paper(title: string): FormPaper {
  return {
    formNumber: null,
    cites: '',
    issuerLines: ['xã Minh Họa', 'bản Trên'],
    placeAndDate: null,
    title,
    subtitle: 'Dữ liệu minh họa',
    addressees: [],
    blocks: [
      text('Một dòng.'),
      {
        type: 'table',
        columns: [
          { heading: 'TT', share: 1, align: 'center' },
          { heading: 'Tên', share: 3, align: 'left' },
        ],
        rows: [plainRow('1', 'Lò Văn An')],
        isForThePen: false,
      },
    ],
    signatures: [],
    orientation: 'portrait',
  }
}
