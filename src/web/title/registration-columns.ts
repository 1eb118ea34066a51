import type { RegistrationRow } from '#contract/title.ts'
import { capitalise } from '#domain/kit/text.ts'
import { roundWords } from '#domain/title/registration.ts'
import { dayColumn, textColumn } from '../kit/list-sheet.ts'

/** Who did not register stands in the list, too, with nothing beside the name. */
export const registrationColumns = [
  textColumn<RegistrationRow>('Đơn vị', 48, row => row.unitName),
  textColumn<RegistrationRow>('Đăng ký', 16, ({ registration }) => registration && capitalise(roundWords[registration.round])),
  dayColumn<RegistrationRow>('Ngày đăng ký', ({ registration }) => registration?.registeredOn),
  textColumn<RegistrationRow>('Ghi chú', 40, ({ registration }) => registration?.note),
  textColumn<RegistrationRow>('Người ghi', 28, ({ registration }) => registration?.recordedBy),
]
