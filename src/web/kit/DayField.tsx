import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/dates/styles.css'
import 'dayjs/locale/vi'
import { DateInput, DatesProvider } from '@mantine/dates'
import { formatDay, isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'

type DayFieldParts = {
  readonly label: string
  readonly description?: string
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly error?: string | undefined
  readonly required?: boolean
  readonly w?: number
}

/** A day as people write it: typed as 14/6/2022, 14-6-2022 or 14062022, or picked. */
export function DayField({ value, ...rest }: DayFieldParts) {
  return (
    <DatesProvider settings={{ locale: 'vi', firstDayOfWeek: 1 }}>
      <DateInput
        {...rest}
        value={value === '' ? null : value}
        dateParser={parseDay}
        valueFormat={day => formatDay(day as PlainDate)}
        placeholder="ngày/tháng/năm"
        clearable
        clearButtonProps={{ 'aria-label': 'Xóa ngày' }}
        popoverProps={{ shadow: 'md', transitionProps: { duration: 80 } }}
      />
    </DatesProvider>
  )
}

/** `14/6/2022` → `2022-06-14`; null when it is no day that exists. */
export function parseDay(typed: string): string | null {
  const parts = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/u.exec(typed) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/u.exec(typed)
  if (!parts) return isPlainDate(typed.trim()) ? typed.trim() : null
  const [, date = '', month = '', year = ''] = parts
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isPlainDate(day) ? day : null
}
