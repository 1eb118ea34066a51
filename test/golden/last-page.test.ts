import { beforeAll, expect, test } from 'vitest'
import { openPdfEngine, type PdfEngine } from '#documents/pdf/pdf-engine.ts'
import { paragraph } from './build.ts'
import { drafts } from './fixtures.ts'
import { readPdf } from './pdf-text.ts'

let pdf: PdfEngine

beforeAll(async () => {
  pdf = await openPdfEngine()
})

const sentence = 'Các phòng, ban, đơn vị tổ chức thực hiện nghiêm túc, bảo đảm thời gian và chất lượng theo yêu cầu. '
const closings = { short: 'Văn phòng trân trọng báo cáo./.', long: `${sentence.repeat(5).trim()}/.` }

for (const [name, closing] of Object.entries(closings))
  test(`whatever the length, the signature never stands alone on a page: ${name} last paragraph`, async () => {
    for (let length = 8; length <= 22; length++) {
      const body = Array.from({ length }, (_, i) => paragraph(`p${i}`, sentence.repeat(1 + (i % 3)).trim()))
      const pages = await readPdf(await pdf.write({ ...drafts.report, blocks: [...body, paragraph('last', closing)] }))
      const last = pages.at(-1)?.lines ?? []
      const signature = last.indexOf('Nơi nhận:')
      expect(signature, `${length} paragraphs: ${last.join(' | ')}`).toBeGreaterThanOrEqual(2)
      expect(last).toContain('Sòi Đức Nghĩa')
    }
  })
