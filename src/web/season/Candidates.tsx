import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView, SeasonCandidateRow } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { isHeldBack } from '#domain/season/posting.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { CarryOverForm, RevokeForm } from './AfterForms.tsx'
import { fewEnough, findPeople } from './find-people.ts'
import { RegisterForm } from './RegisterForm.tsx'
import { standingOf } from './words.ts'

/** Who is considered in this file, and who may still be registered. */
export function Candidates({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const [isRegistering, setRegistering] = useState(false)
  const [isCarrying, setCarrying] = useState(false)
  const [search, setSearch] = useState('')
  const [withdrawing, setWithdrawing] = useState<SeasonCandidateRow | null>(null)
  const [revoking, setRevoking] = useState<SeasonCandidateRow | null>(null)
  const { noun } = view.season
  const isOpen = view.state === 'registering' && may('season.register', view.areaUnitId)
  const register = isOpen && view.others.length > 0 && (
    <div className="row">
      <Button variant={view.candidates.length === 0 ? 'filled' : 'default'} onClick={() => setRegistering(true)}>
        Ghi đăng ký
      </Button>
      {view.yearBefore > 0 && (
        <Button variant="subtle" onClick={() => setCarrying(true)}>
          Mang danh sách năm trước sang ({view.yearBefore} {noun})
        </Button>
      )}
    </div>
  )
  return (
    <section className="stack-s" aria-labelledby="cac-ho">
      <div className="row">
        <h2 id="cac-ho">{view.candidates.length === 0 ? 'Đăng ký' : `${view.candidates.length} ${noun}`}</h2>
        {view.candidates.length > 0 && register}
      </div>
      {view.candidates.length === 0 ? (
        <EmptyState title={`Chưa ${noun} nào đăng ký`} next={register}>
          {view.others.length === 0 ? nobodyWords(view.season) : `${view.others.length} ${noun} có thể đăng ký.`}
        </EmptyState>
      ) : (
        <>
          {view.candidates.length > fewEnough && (
            <TextInput
              aria-label={`Tìm ${noun}`}
              placeholder="Tìm theo tên, không cần dấu"
              value={search}
              onChange={event => setSearch(event.currentTarget.value)}
              maw={360}
            />
          )}
          <MoreRows key={search} rows={findPeople(view.candidates, search)}>
            {shown => (
              <Rows label="Đang được xét">
                {shown.map(row => (
                  <CandidateLine
                    key={row.id}
                    row={row}
                    waits={isHeldBack(row.id, view.opinions)}
                    votes={view.count.candidates.find(({ candidateId }) => candidateId === row.id)?.votes?.for ?? null}
                    {...(may('season.withdraw', view.areaUnitId) && { onWithdraw: () => setWithdrawing(row) })}
                    {...(may('season.revoke', view.season.holderUnitId) && { onRevoke: () => setRevoking(row) })}
                  />
                ))}
              </Rows>
            )}
          </MoreRows>
        </>
      )}
      <FormModal title="Ghi đăng ký" isOpen={isRegistering} onClose={() => setRegistering(false)}>
        <RegisterForm view={view} onClose={() => setRegistering(false)} />
      </FormModal>
      <FormModal title="Rút đăng ký" isOpen={withdrawing !== null} onClose={() => setWithdrawing(null)}>
        {withdrawing && <WithdrawForm row={withdrawing} onClose={() => setWithdrawing(null)} />}
      </FormModal>
      <FormModal title="Mang danh sách năm trước sang" isOpen={isCarrying} onClose={() => setCarrying(false)}>
        <CarryOverForm view={view} onClose={() => setCarrying(false)} />
      </FormModal>
      <FormModal title="Thu hồi danh hiệu" isOpen={revoking !== null} onClose={() => setRevoking(null)}>
        {revoking && <RevokeForm row={revoking} season={view.season} onClose={() => setRevoking(null)} />}
      </FormModal>
    </section>
  )
}

function nobodyWords({ followsYears, arrangement }: SeasonAreaView['season']): string {
  if (followsYears === 'praise') return 'Chưa ai đủ số năm liên tục để xét giấy khen của năm này.'
  return arrangement === 'byArea'
    ? 'Sổ hộ của nơi này còn trống: ghi hộ vào sổ trước.'
    : 'Trong cây đơn vị chưa có nơi nào thuộc đối tượng xét.'
}

type LineParts = {
  readonly row: SeasonCandidateRow
  readonly waits: boolean
  readonly votes: number | null
  readonly onWithdraw?: () => void
  readonly onRevoke?: () => void
}

function CandidateLine({ row, waits, votes, onWithdraw, onRevoke }: LineParts) {
  const { tone, words } = standingOf(row, waits)
  return (
    <Row
      title={row.headName}
      second={[
        row.address,
        `đăng ký ${formatDay(row.registeredOn)}`,
        row.self && 'đã có bảng tự đánh giá',
        votes !== null && `${votes} phiếu thuận`,
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <Chip tone={tone}>{words}</Chip>
          {onWithdraw && !row.withdrawal && !row.outcome && (
            <Button size="compact-sm" variant="subtle" color="gray" aria-label={`Rút đăng ký: ${row.headName}`} onClick={onWithdraw}>
              Rút…
            </Button>
          )}
          {onRevoke && row.outcome?.outcome === 'recognised' && !row.outcome.revocation && (
            <Button size="compact-sm" variant="subtle" color="gray" aria-label={`Thu hồi danh hiệu: ${row.headName}`} onClick={onRevoke}>
              Thu hồi…
            </Button>
          )}
        </>
      }
    />
  )
}

function WithdrawForm({ row, onClose }: { row: SeasonCandidateRow; onClose: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'season.withdraw',
    start: { on: today, reason: '' },
    toBody: values => ({ ...values, id: row.id }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  return (
    <FormView form={form} submitLabel="Rút đăng ký" tone="late" onCancel={onClose}>
      <p>{row.headName} không được xét nữa; đăng ký vẫn còn trong sổ.</p>
      <DayField label="Rút từ ngày" {...choice(form, 'on')} w={200} />
      <TextInput label="Lý do rút" {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}
