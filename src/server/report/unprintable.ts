import { clean } from '#documents/layout/lay-out.ts'
import { unprintableSigns } from '#documents/layout/measure.ts'
import { signsWithoutType } from '#documents/pdf/pdf-engine.ts'
import { inlineText } from '#domain/document/official-document.ts'
import type { Remark } from '#domain/document/remark.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import type { ReportCase } from './report.case.ts'

/** Signs the type of the document lacks, each at its paragraph: found before signing, since paper cannot carry them. */
export function unprintableRemarks({ report, document }: Pick<ReportCase, 'report' | 'document'>): Remark[] {
  const all = signsWithoutType(document)
  if (all.length === 0) return []
  const inText = paragraphsOf(report.content).flatMap(paragraph => {
    const text = clean(inlineText(paragraph.inlines))
    const signs = unprintableSigns(text)
    return signs.length === 0 ? [] : [{ signs, remark: remark(signs, { blockId: paragraph.id, words: text.slice(0, 80) }) }]
  })
  const elsewhere = all.filter(sign => !inText.some(({ signs }) => signs.includes(sign)))
  return [
    ...inText.map(found => found.remark),
    ...(elsewhere.length > 0 ? [remark(elsewhere, { blockId: null, words: 'tên cơ quan, nơi nhận hoặc người ký' })] : []),
  ]
}

function remark(signs: readonly string[], place: Remark['place']): Remark {
  const message = `Phông chữ của văn bản không có ký tự ${signs.slice(0, 10).join(' ')}: bỏ đi hoặc thay bằng chữ.`
  return { code: 'K02', level: 'L', place, message, rule: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, I.4' }
}
