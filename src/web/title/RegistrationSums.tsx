import type { RegistrationsView } from '#contract/title.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { ratioText } from '#domain/report/from-tasks.ts'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'

/** How many of how many, by round. Nobody recorded is not none. */
export function RegistrationSums({ view }: { view: RegistrationsView }) {
  const { titleName, year, on, count, baseName } = view
  return (
    <Sheet title={`“${titleName}” năm ${year}`}>
      {count && count.of > 0 && (
        <Facts>
          <Fact label="Đã đăng ký">
            {count.registered === 0 ? (
              <Missing>{`đến ngày ${formatDay(on)} chưa đơn vị nào được ghi, trong ${formatNumber(count.of)} ${baseName}`}</Missing>
            ) : (
              <>
                <b>{ratioText({ numerator: count.registered, denominator: count.of, baseName })}</b>{' '}
                <span className="soft">đến ngày {formatDay(on)}</span>
              </>
            )}
          </Fact>
          {count.registered > 0 && (
            <Fact label="Trong đó">
              {formatNumber(count.first)} đăng ký lần đầu, {formatNumber(count.again)} đăng ký lại
            </Fact>
          )}
        </Facts>
      )}
      {!count && <p className="soft">Bạn thấy các đơn vị trong phạm vi của mình; số chung xem ở đơn vị cấp trên.</p>}
    </Sheet>
  )
}
