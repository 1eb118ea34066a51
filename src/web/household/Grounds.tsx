import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ExclusionGround } from '#domain/household/ground.ts'
import { capitalise } from '#domain/kit/text.ts'
import { casesHolding } from '#domain/title/ground-cases.ts'
import { handlingWords, matterWords } from '#domain/title/title-words.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Chip } from '../kit/Chip.tsx'
import { DayText } from '../kit/DayText.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { LookForm, RecordForm, WithdrawForm } from './GroundForms.tsx'

/** Grounds for exclusion lie closed: who looks says why, and the look stands in the trail. */
export function Grounds({ householdId }: { householdId: string }) {
  const [grounds, setGrounds] = useState<readonly ExclusionGround[] | null>(null)
  const [asking, setAsking] = useState<'look' | 'record' | null>(null)
  const [withdrawing, setWithdrawing] = useState<ExclusionGround | null>(null)
  const close = (): void => setAsking(null)
  return (
    <Sheet
      title="Căn cứ loại trừ"
      actions={
        <>
          <Button variant="subtle" onClick={() => setAsking('look')}>
            Xem…
          </Button>
          <Button variant="subtle" onClick={() => setAsking('record')}>
            Ghi…
          </Button>
        </>
      }
    >
      {grounds === null && <p className="soft">Chỉ người có phận sự xem; mỗi lần xem được ghi vào nhật ký.</p>}
      {grounds?.length === 0 && <p>Hộ này không có căn cứ loại trừ nào.</p>}
      {grounds && grounds.length > 0 && (
        <Rows label="Căn cứ loại trừ">
          {grounds.map(ground => (
            <GroundRow key={ground.id} ground={ground} onWithdraw={() => setWithdrawing(ground)} />
          ))}
        </Rows>
      )}
      <FormModal title="Xem căn cứ loại trừ" isOpen={asking === 'look'} onClose={close}>
        <LookForm
          householdId={householdId}
          onClose={close}
          onSeen={seen => {
            setGrounds(seen)
            close()
          }}
        />
      </FormModal>
      <FormModal title="Ghi căn cứ loại trừ" isOpen={asking === 'record'} onClose={close}>
        <RecordForm
          householdId={householdId}
          onClose={close}
          onRecorded={() => {
            setGrounds(null) // what was seen is no longer the whole
            close()
          }}
        />
      </FormModal>
      <FormModal title="Rút căn cứ loại trừ" isOpen={withdrawing !== null} onClose={() => setWithdrawing(null)}>
        {withdrawing && (
          <WithdrawForm
            ground={withdrawing}
            onClose={() => setWithdrawing(null)}
            onWithdrawn={ground => {
              setGrounds(seen => seen?.map(one => (one.id === ground.id ? ground : one)) ?? null)
              setWithdrawing(null)
            }}
          />
        )}
      </FormModal>
    </Sheet>
  )
}

function GroundRow({ ground, onWithdraw }: { ground: ExclusionGround; onWithdraw: () => void }) {
  const { matter, handling, on, basis, withdrawal } = ground
  const cases = casesHolding(ground).map(({ exclusion }) => `trường hợp ${exclusion.code}, ${exclusion.says.clause}`)
  return (
    <Row
      title={`${capitalise(matterWords[matter])}: ${handlingWords[handling]}`}
      second={[...cases, basis, withdrawal && `đã rút: ${withdrawal.reason}`].filter(Boolean).join(' · ')}
      aside={
        <>
          {withdrawal ? (
            <Chip>đã rút</Chip>
          ) : (
            <Button variant="subtle" onClick={onWithdraw} aria-label={`Rút căn cứ: ${matterWords[matter]}`}>
              Rút…
            </Button>
          )}
          <DayText day={on} />
        </>
      }
    />
  )
}
