import { Link } from '@tanstack/react-router'
import type { SeasonBoardView } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { clauseOfWay, type ProvincialWay } from '#domain/title/provincial-way.ts'
import { Fact } from '../kit/Facts.tsx'

/** Whose steps a season goes along, where no text of the centre was read, and who vouched for them. */
export function WayFact({ way }: { way: ProvincialWay }) {
  return (
    <Fact label="Trình tự">
      {clauseOfWay(way)}
      <span className="soft">{` · ${way.confirmedBy} đối chiếu ${formatDay(way.confirmedOn)}`}</span>
    </Fact>
  )
}

/** Who reached the year, by the year in a row it is: apart from decisions of a period, each unit once. */
export function PeriodYearsFact({ classes, noun }: { classes: NonNullable<SeasonBoardView['periodYears']>; noun: string }) {
  const reached = classes.reduce((sum, { units }) => sum + units.length, 0)
  return (
    <Fact label="Đạt trong năm">
      {reached === 0 ? `chưa ${noun} nào đạt` : `${reached} ${noun}, chia theo năm liên tục đạt được:`}
      {classes.map(
        ({ nth, units }) =>
          units.length > 0 && (
            <details key={nth}>
              <summary>
                năm thứ {nth}
                {nth === 5 && ' trở lên'}: {units.length}/{reached} {noun}
              </summary>
              {units.map(({ unitId, name }) => (
                <div key={unitId}>
                  <Link to="/danh-hieu/qua-cac-nam/don-vi/$unitId" params={{ unitId }} search={true}>
                    {name}
                  </Link>
                </div>
              ))}
            </details>
          ),
      )}
    </Fact>
  )
}
