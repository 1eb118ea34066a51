import { z } from 'zod'
import { assessmentStages } from '#domain/season/assessment.ts'
import { id, many, oneOf, wholeNumber } from './fields.ts'

/** A column of the grid at once: points as they were told, or only that the paper came in. */
export const seasonAssessmentBodies = {
  'season.assess': z.strictObject({
    seasonId: id('Đợt bình xét'),
    areaUnitId: id('Bản, thôn, tổ dân phố'),
    stage: oneOf('Bảng điểm', assessmentStages),
    rows: many(
      'Hộ',
      z.strictObject({
        id: id('Bảng điểm'),
        candidateId: id('Hộ'),
        points: z.record(
          z.string().min(1).max(40),
          z
            .number({ error: 'Điểm: chưa nhập số' })
            .min(0, 'Điểm: không được nhỏ hơn 0')
            .max(100, 'Điểm: lớn quá mức có thể')
            .refine(points => Math.abs(points * 100 - Math.round(points * 100)) < 1e-6, 'Điểm: nhiều nhất hai chữ số lẻ'),
        ),
        met: z.record(z.string().min(1).max(40), z.boolean({ error: 'Kết quả: chọn đạt hoặc chưa đạt' })).default({}),
        content: z
          .strictObject({
            agree: wholeNumber('Số người hài lòng', { max: 10_000_000 }),
            asked: wholeNumber('Số người được hỏi', { min: 1, max: 10_000_000 }),
          })
          .nullable()
          .default(null),
      }),
      2000,
    ).min(1, 'Hộ: chưa chọn'),
  }),
}
