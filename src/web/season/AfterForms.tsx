import { Group, MultiSelect, Radio, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CarriedOverView, SeasonAreaView, SeasonCandidateRow, SeasonView } from '#contract/season.ts'
import type { ProposalView } from '#contract/season-proposal.ts'
import { isPlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { groundsOn, handoverOutcomes, revocationWords } from '#domain/season/recognition.ts'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { handoverWords } from './words.ts'

type AreaForm = { readonly view: SeasonAreaView; readonly onClose: () => void }

/** Who may still be handed a certificate. */
export function waitingForCertificate({ candidates }: SeasonAreaView): SeasonCandidateRow[] {
  return candidates.filter(
    ({ outcome }) => outcome?.outcome === 'recognised' && !outcome.revocation && outcome.handover?.outcome !== 'handedOver',
  )
}

/** The certificates of one morning in the village hall. */
export function HandOverForm({ view, onClose }: AreaForm) {
  const { today } = useSession()
  const waiting = waitingForCertificate(view)
  const start: { candidateIds: readonly string[]; on: string | null; outcome: string | null } = {
    candidateIds: waiting.map(({ id }) => id),
    on: today,
    outcome: 'handedOver',
  }
  const form = useCommand({
    name: 'season.handOver',
    start,
    toBody: values => ({ ...values, seasonId: view.season.id, areaUnitId: view.areaUnitId }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  return (
    <FormView form={form} submitLabel={`Ghi cho ${form.values.candidateIds.length} ${view.season.noun}`} onCancel={onClose}>
      <MultiSelect
        label="Trao cho"
        data={waiting.map(row => ({ value: row.id, label: row.headName }))}
        {...choices(form, 'candidateIds')}
        searchable
        clearable
      />
      <Radio.Group label="Giấy công nhận" {...choice(form, 'outcome')}>
        <Group gap="lg">
          {handoverOutcomes.map(outcome => (
            <Radio key={outcome} value={outcome} label={capitalise(handoverWords[outcome])} />
          ))}
        </Group>
      </Radio.Group>
      <DayField label="Ngày" {...choice(form, 'on')} w={200} />
    </FormView>
  )
}

type RevokeParts = { readonly row: SeasonCandidateRow; readonly season: SeasonView; readonly onClose: () => void }

export function RevokeForm(parts: RevokeParts) {
  const proposal = useAsk('season.proposal', { id: parts.season.id })
  return <Loaded of={proposal}>{({ issuers }) => <Revoking {...parts} issuers={issuers} />}</Loaded>
}

function Revoking({ row, season, issuers, onClose }: RevokeParts & Pick<ProposalView, 'issuers'>) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const named = issuers.find(({ rounds }) => rounds.length > 0)
  const start = {
    on: today as string | null,
    ground: null as string | null,
    basis: '',
    symbol: named?.symbol ?? 'QĐ-UBND',
    issuerUnitId: (named?.unitId ?? season.holderUnitId) as string | null,
  }
  const form = useCommand({
    name: 'season.revoke',
    start,
    toBody: values => ({ ...values, id, candidateId: row.id }),
    onDone: async () => {
      onClose()
      await readAnew('season', 'document')
    },
  })
  const { on } = form.values
  return (
    <FormView form={form} submitLabel="Thu hồi danh hiệu" tone="late" onCancel={onClose}>
      <p>{row.headName}. Việc đã công nhận vẫn còn trong sổ; năm này không còn được tính vào chuỗi năm liên tục.</p>
      <DayField label="Ngày thu hồi" {...choice(form, 'on')} w={200} />
      <Select
        label="Căn cứ thu hồi"
        description="Từ ngày 1/1/2024: Chương VII, 06/2022/QH15"
        data={groundsOn(isPlainDate(on ?? '') ? plainDate(on ?? '') : today).map(value => ({
          value,
          label: capitalise(revocationWords[value]),
        }))}
        {...choice(form, 'ground')}
      />
      <TextInput label="Văn bản làm căn cứ" description="Kết luận, bản án, giấy tờ cho thấy căn cứ ấy" {...text(form, 'basis')} />
      <Select
        label="Nơi quyết định"
        data={issuers.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        {...choice(form, 'issuerUnitId')}
      />
      <TextInput label="Ký hiệu" description="Số lấy tiếp theo sổ văn bản đi" {...text(form, 'symbol')} w={200} />
    </FormView>
  )
}

/** Last year's list in one action, and then what is not as it was. */
export function CarryOverForm({ view, onClose }: AreaForm) {
  const { today } = useSession()
  const [carried, setCarried] = useState<CarriedOverView | null>(null)
  const start: { registeredOn: string | null } = { registeredOn: today }
  const form = useCommand({
    name: 'season.carryOver',
    start,
    toBody: values => ({ ...values, seasonId: view.season.id, areaUnitId: view.areaUnitId }),
    onDone: async answer => {
      setCarried(answer)
      await readAnew('season')
    },
  })
  if (carried) return <Carried carried={carried} noun={view.season.noun} />
  return (
    <FormView form={form} submitLabel="Mang danh sách sang" onCancel={onClose}>
      <p>
        Đăng ký lại những {view.season.noun} có trong danh sách năm {view.season.year - 1} và nay vẫn ở đây, theo tên và địa chỉ hiện có
        trong sổ.
      </p>
      <DayField label="Ngày đăng ký" {...choice(form, 'registeredOn')} w={200} />
    </FormView>
  )
}

function Carried({ carried: { registered, changed, gone, alreadyRegistered }, noun }: { carried: CarriedOverView; noun: string }) {
  return (
    <div className="stack-s" role="status">
      <p>
        <b>
          Đã đăng ký {registered} {noun}
        </b>
        {alreadyRegistered > 0 && `; ${alreadyRegistered} đã có từ trước`}.
      </p>
      {changed.length > 0 && (
        <p>
          Đã đổi so với năm trước:{' '}
          {changed
            .map(({ headName, changes }) => `${headName} (${changes.map(({ was }) => was ?? 'chưa rõ').join(', ')} trước đây)`)
            .join('; ')}
          .
        </p>
      )}
      {gone.length > 0 && <p>Không còn ở đây: {gone.map(({ headName }) => headName).join(', ')}.</p>}
    </div>
  )
}
