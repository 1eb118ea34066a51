import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView, SeasonBoardView } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import type { GroundsLook } from '#domain/season/grounds.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useMay } from '../app/units.ts'
import { Fact } from '../kit/Facts.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { GroundsForm, type LookableFile } from './GroundsForm.tsx'

/** Whether somebody has looked for grounds of exclusion in this file; never what was found. */
export function GroundsOfFile({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const [isLooking, setLooking] = useState(false)
  const { grounds, season, areaUnitId, areaName } = view
  if (grounds === null || grounds.candidates === 0) return null
  const mayLook = may('season.reviewGrounds', season.holderUnitId)
  return (
    <Sheet
      title="Rà soát căn cứ loại trừ"
      actions={
        mayLook && (
          <Button variant="default" onClick={() => setLooking(true)}>
            Rà soát…
          </Button>
        )
      }
    >
      <p className={grounds.unlooked > 0 ? undefined : 'soft'}>{sayLook(grounds, season)}</p>
      <FormModal title="Rà soát căn cứ loại trừ" isOpen={isLooking} onClose={() => setLooking(false)}>
        <GroundsForm season={season} files={[{ areaUnitId, areaName, grounds }]} onClose={() => setLooking(false)} />
      </FormModal>
    </Sheet>
  )
}

/** `Chưa ai rà soát 75 hộ theo Điều 7; quyết định chờ việc này.` */
export function sayLook(
  { last, unlooked, candidates, blocks, clause, endsEarly }: GroundsLook,
  { noun, year }: { readonly noun: string; readonly year: number },
): string {
  const waits = blocks ? ' Quyết định chờ việc này.' : ' Quy định chưa xác minh, không giữ hồ sơ lại.'
  if (!last) return `Chưa ai rà soát ${formatNumber(candidates)} ${noun} theo ${clause}.${waits}`
  const said = `${last.byName} đã rà soát đến ngày ${formatDay(last.upTo)}`
  if (unlooked > 0) return `${said}; ${formatNumber(unlooked)} ${noun} đăng ký sau đó chưa ai rà soát (${clause}).${waits}`
  return endsEarly ? `${said}, chưa hết năm xét ${year}: từ ngày ấy có việc gì thì chưa ai xem.` : `${said}.`
}

type Board = Pick<SeasonBoardView, 'season' | 'areas'>

/** The files of a season there is something to look for in. */
function lookable({ areas }: Board): LookableFile[] {
  return areas.flatMap(({ areaUnitId, areaName, grounds }) =>
    grounds && grounds.candidates > 0 ? [{ areaUnitId, areaName, grounds }] : [],
  )
}

/** How far the whole season has been looked at, beside its other numbers. */
export function GroundsFact({ view }: { view: Board }) {
  const files = lookable(view)
  if (files.length === 0) return null
  const waiting = files.filter(({ grounds }) => grounds.unlooked > 0)
  const days = files.flatMap(({ grounds }) => grounds.last?.upTo ?? []).toSorted()
  const early = files.filter(({ grounds }) => grounds.endsEarly)
  return (
    <Fact label="Rà soát căn cứ loại trừ">
      {waiting.length > 0
        ? `${files.length - waiting.length}/${files.length} nơi; chưa xong: ${namesOf(waiting)}`
        : [`đủ ${files.length}/${files.length} nơi`, days[0] && `đến ngày ${formatDay(days[0])}`].filter(Boolean).join(', ')}
      {waiting.length === 0 && early.length > 0 && <span className="soft"> · chưa hết năm xét {view.season.year}</span>}
    </Fact>
  )
}

function namesOf(files: readonly LookableFile[], most = 5): string {
  const names = files.slice(0, most).map(({ areaName }) => areaName)
  return files.length > most ? `${names.join(', ')} và ${files.length - most} nơi nữa` : names.join(', ')
}

/** One act for the whole season, for the officer. */
export function GroundsOfSeason({ view }: { view: Board }) {
  const may = useMay()
  const [isLooking, setLooking] = useState(false)
  const files = lookable(view)
  if (files.length === 0 || !may('season.reviewGrounds', view.season.holderUnitId)) return null
  return (
    <>
      <Button variant="default" onClick={() => setLooking(true)}>
        Rà soát căn cứ…
      </Button>
      <FormModal title="Rà soát căn cứ loại trừ" isOpen={isLooking} onClose={() => setLooking(false)}>
        <GroundsForm season={view.season} files={files} onClose={() => setLooking(false)} />
      </FormModal>
    </>
  )
}
