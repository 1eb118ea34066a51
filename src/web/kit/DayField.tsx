import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/dates/styles.css'
import 'dayjs/locale/vi'
import { DateInput, DatesProvider } from '@mantine/dates'
import { parseDay } from '#domain/calendar/parse-day.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import classes from './day-field.module.css'

const calendarWords = {
  monthLevelControl: 'Chọn tháng',
  yearLevelControl: 'Chọn năm',
  nextMonth: 'Tháng sau',
  previousMonth: 'Tháng trước',
  nextYear: 'Năm sau',
  previousYear: 'Năm trước',
  nextDecade: 'Mười năm sau',
  previousDecade: 'Mười năm trước',
}

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
        maw="100%"
        value={value === '' ? null : value}
        dateParser={parseDay}
        valueFormat={day => formatDay(day as PlainDate)}
        placeholder="ngày/tháng/năm"
        clearable
        clearButtonProps={{ 'aria-label': 'Xóa ngày' }}
        ariaLabels={calendarWords}
        classNames={{ day: classes.day, input: classes.input }}
        popoverProps={{ shadow: 'md', transitionProps: { duration: 80 } }}
      />
    </DatesProvider>
  )
}
