import { Button, CloseButton, NumberInput, Select, TextInput } from '@mantine/core'
import type { Form } from '../app/useCommand.ts'
import type { ActivityValues, MoneyValues } from './activity-values.ts'
import { moneySourceWords, optionsOf, sayMoney } from './words.ts'

/** Money by who paid; nothing entered is nothing known. */
export function MoneyFields({ form }: { form: Form<ActivityValues> }) {
  const { money } = form.values
  const change = (key: string, patch: Partial<MoneyValues>): void =>
    form.set({ money: money.map(entry => (entry.key === key ? { ...entry, ...patch } : entry)) })
  const total = money.reduce((sum, entry) => sum + (entry.amount ?? 0), 0)
  return (
    <fieldset className="plain-set">
      <legend>Kinh phí</legend>
      {money.map((entry, i) => (
        <div key={entry.key} className="row">
          <Select
            aria-label={`Nguồn kinh phí ${i + 1}`}
            w={200}
            data={optionsOf(moneySourceWords)}
            value={entry.source}
            allowDeselect={false}
            onChange={value => change(entry.key, { source: (value ?? 'other') as MoneyValues['source'] })}
            error={form.errors[`money.${i}.source`]}
          />
          <NumberInput
            aria-label={`Số tiền ${i + 1}, đồng`}
            w={160}
            suffix=" đ"
            allowDecimal={false}
            value={entry.amount ?? ''}
            onChange={value => change(entry.key, { amount: typeof value === 'number' ? value : null })}
            error={form.errors[`money.${i}.amount`]}
          />
          <TextInput
            aria-label={`Ghi chú kinh phí ${i + 1}`}
            placeholder="ghi chú"
            value={entry.note}
            onChange={event => change(entry.key, { note: event.currentTarget.value })}
            error={form.errors[`money.${i}.note`]}
          />
          <CloseButton
            size="lg"
            aria-label={`Bỏ khoản kinh phí ${i + 1}`}
            onClick={() => form.set({ money: money.filter(({ key }) => key !== entry.key) })}
          />
        </div>
      ))}
      <div className="row">
        <Button
          variant="default"
          onClick={() => form.set({ money: [...money, { key: crypto.randomUUID(), source: 'stateBudget', amount: null, note: '' }] })}
        >
          Thêm khoản kinh phí
        </Button>
        {money.length > 1 && <span className="soft">Cộng {sayMoney(total)}</span>}
      </div>
    </fieldset>
  )
}
