import { Button, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaRow, SeasonView } from '#contract/season.ts'
import type { FoundGround } from '#contract/season-grounds.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { capitalise, formatNumber } from '#domain/kit/text.ts'
import { endsEarly } from '#domain/season/grounds.ts'
import { handlingWords, matterWords } from '#domain/title/title-words.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { DayText } from '../kit/DayText.tsx'
import { Row, Rows } from '../kit/Rows.tsx'

/** A file that may be looked at: what it is called, and how many households are in it. */
export type LookableFile = Pick<SeasonAreaRow, 'areaUnitId' | 'areaName'> & { readonly grounds: NonNullable<SeasonAreaRow['grounds']> }
type Parts = { readonly season: SeasonView; readonly files: readonly LookableFile[]; readonly onClose: () => void }

/** One act for a village or for all of them: the registers have been looked through up to a day. */
export function GroundsForm({ season, files, onClose }: Parts) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const waiting = files.filter(({ grounds }) => grounds.unlooked > 0)
  const start: { areaUnitIds: readonly string[]; upTo: PlainDate | null } = {
    areaUnitIds: (waiting.length > 0 ? waiting : files).map(({ areaUnitId }) => areaUnitId),
    upTo: lastDayToLook(season.year, plainDate(today)),
  }
  const form = useCommand({
    name: 'season.reviewGrounds',
    start,
    toBody: values => ({ ...values, id, seasonId: season.id }),
    onDone: async () => {
      onClose()
      await readAnew('season', 'dossier')
    },
  })
  const { areaUnitIds, upTo } = form.values
  const chosen = files.filter(({ areaUnitId }) => areaUnitIds.includes(areaUnitId))
  const households = chosen.reduce((sum, { grounds }) => sum + grounds.candidates, 0)
  return (
    <FormView form={form} submitLabel={`Ghi đã rà soát ${formatNumber(households)} ${season.noun}`} onCancel={onClose}>
      <p>
        Đối chiếu từng {season.noun} với các trường hợp không xét tặng ({files[0]?.grounds.clause}); có căn cứ thì ghi vào sổ của hộ trước,
        rồi ghi ở đây là đã rà soát.
      </p>
      {files.length > 1 && (
        <MultiSelect
          label="Nơi đã rà soát"
          description="Chọn sẵn nơi còn hộ chưa rà soát"
          data={files.map(({ areaUnitId, areaName, grounds }) => ({ value: areaUnitId, label: `${areaName} · ${grounds.candidates}` }))}
          {...choices(form, 'areaUnitIds')}
          searchable
        />
      )}
      <OnRecord season={season} areaUnitIds={areaUnitIds} files={files} />
      <DayField label="Rà soát đến ngày" {...choice(form, 'upTo')} w={200} />
      {upTo && endsEarly(plainDate(upTo), season.year) && (
        <p className="soft">
          Chưa hết năm xét {season.year}: điều này hiện ở hồ sơ và ở quyết định, không giữ hồ sơ lại. Có việc mới thì ghi lần rà soát nữa.
        </p>
      )}
    </FormView>
  )
}

/** Not beyond the year of merit, which is all the law asks about. */
function lastDayToLook(year: number, today: PlainDate): PlainDate {
  const last = plainDate(`${year}-12-31`)
  return today < last ? today : last
}

/** The few with grounds in the register. Seen on asking only: each look is written down. */
function OnRecord({ season, areaUnitIds, files }: Pick<Parts, 'season' | 'files'> & { readonly areaUnitIds: readonly string[] }) {
  const [seen, setSeen] = useState<{ readonly of: string; readonly found: readonly FoundGround[] } | null>(null)
  const of = areaUnitIds.join(' ')
  const look = useCommand({
    name: 'season.lookForGrounds',
    start: {},
    toBody: () => ({ seasonId: season.id, areaUnitIds }),
    onDone: ({ found }) => setSeen({ of, found }),
  })
  if (seen?.of !== of)
    return (
      <div className="row">
        <Button variant="default" loading={look.isSending} disabled={areaUnitIds.length === 0} onClick={() => void look.submit()}>
          Xem hộ có căn cứ trong sổ
        </Button>
        <span className="soft">Ghi vào nhật ký cùng tên bạn.</span>
      </div>
    )
  if (seen.found.length === 0) return <p>Trong sổ không hộ nào có căn cứ loại trừ.</p>
  const nameOf = new Map(files.map(({ areaUnitId, areaName }) => [areaUnitId, areaName]))
  return (
    <Rows label="Có căn cứ trong sổ">
      {seen.found.map(ground => (
        <Row
          key={`${ground.candidateId} ${ground.matter} ${ground.handling} ${ground.on}`}
          title={ground.headName}
          second={[
            nameOf.get(ground.areaUnitId),
            ground.address,
            `${capitalise(matterWords[ground.matter])}: ${handlingWords[ground.handling]}`,
            ground.barredBy ?? `không thuộc trường hợp nào của năm ${season.year}`,
          ]
            .filter(Boolean)
            .join(' · ')}
          aside={
            <>
              <Chip tone={ground.barredBy ? 'late' : 'plain'}>{ground.barredBy ? 'không xét tặng' : 'không tính'}</Chip>
              <DayText day={ground.on} />
            </>
          }
        />
      ))}
    </Rows>
  )
}
