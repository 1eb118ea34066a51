import { Button, Select, TextInput } from '@mantine/core'
import type { PeriodRule } from '#domain/calendar/reporting-period.ts'
import type { Form } from '../app/useCommand.ts'

/** With its days as people write them, `15/12`. */
export type OwnPeriodRow = PeriodRule

const blank: OwnPeriodRow = { words: '', fromYear: 0, from: '', last: '' }
const years = [
  { value: '0', label: 'của năm báo cáo' },
  { value: '-1', label: 'của năm trước' },
]

/** Periods the regime's own text sets beside the decree's: `9 tháng đầu năm`, the quarter of a statistical form. */
export function OwnPeriods<Values extends { readonly ownPeriods: readonly OwnPeriodRow[] }>({ form }: { form: Form<Values> }) {
  const rows = form.values.ownPeriods
  const take = (ownPeriods: readonly OwnPeriodRow[]): void => form.set({ ownPeriods } as Partial<Values>)
  const change = (at: number, patch: Partial<OwnPeriodRow>): void => take(rows.map((row, i) => (i === at ? { ...row, ...patch } : row)))
  return (
    <>
      {rows.map((row, at) => (
        <fieldset key={`period ${at + 1}`} className="plain-set">
          <TextInput
            label={`Kỳ riêng thứ ${at + 1}`}
            placeholder="9 tháng đầu năm"
            description="Năm đứng sau tên này"
            value={row.words}
            onChange={event => change(at, { words: event.currentTarget.value })}
            error={form.errors[`ownPeriods.${at}.words`]}
          />
          <div className="pair">
            <TextInput
              label="Số liệu từ ngày"
              placeholder="15/12"
              value={row.from}
              onChange={event => change(at, { from: event.currentTarget.value })}
              error={form.errors[`ownPeriods.${at}.from`]}
            />
            <Select
              label="Năm của ngày đầu"
              data={years}
              value={String(row.fromYear)}
              allowDeselect={false}
              onChange={year => change(at, { fromYear: year === '-1' ? -1 : 0 })}
            />
            <TextInput
              label="Đến hết ngày"
              placeholder="14/9"
              value={row.last}
              onChange={event => change(at, { last: event.currentTarget.value })}
              error={form.errors[`ownPeriods.${at}.last`]}
            />
          </div>
          <div>
            <Button variant="subtle" size="compact-sm" onClick={() => take(rows.filter((_, i) => i !== at))}>
              Bỏ kỳ này
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button variant="default" size="compact-sm" onClick={() => take([...rows, blank])}>
          Thêm kỳ do văn bản khác đặt ra…
        </Button>
      </div>
    </>
  )
}
