import type { ReportRow } from '#contract/report.ts'
import { reportStateWords } from '#contract/report-words.ts'
import { cutoffOn, periodNamed, periodTitle } from '#domain/calendar/reporting-period.ts'
import { capitalise } from '#domain/kit/text.ts'
import { dayColumn, textColumn } from '../kit/list-sheet.ts'

const periodOf = (row: ReportRow) => periodNamed(row.periodName)

export const reportColumns = [
  textColumn<ReportRow>('Báo cáo', 60, row => row.title),
  textColumn<ReportRow>('Đơn vị', 32, row => capitalise(row.unitName)),
  textColumn<ReportRow>('Kỳ', 28, row => {
    const period = periodOf(row)
    return period && periodTitle(period)
  }),
  dayColumn<ReportRow>('Số liệu đến hết', row => {
    const period = periodOf(row)
    return period && cutoffOn(period)
  }),
  dayColumn<ReportRow>('Hạn', row => row.dueOn),
  textColumn<ReportRow>('Bước', 20, row => reportStateWords[row.state]),
  textColumn<ReportRow>('Số, ký hiệu', 18, row => row.issuedOn && row.code),
  dayColumn<ReportRow>('Ngày văn bản', row => row.issuedOn),
]
