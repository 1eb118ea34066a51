import { Select, TextInput } from '@mantine/core'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Handling, handlings, type Matter, matters } from '#domain/household/conduct.ts'
import type { ExclusionGround } from '#domain/household/ground.ts'
import { capitalise } from '#domain/kit/text.ts'
import { type GroundCase, groundCasesOf, handlingsIn, hasUnreadCases, mattersIn } from '#domain/title/ground-cases.ts'
import { handlingWords, matterWords } from '#domain/title/title-words.ts'
import { FormView } from '../app/FormView.tsx'
import { useSession } from '../app/session.tsx'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'

export function LookForm({
  householdId,
  onClose,
  onSeen,
}: {
  householdId: string
  onClose: () => void
  onSeen: (grounds: readonly ExclusionGround[]) => void
}) {
  const form = useCommand({
    name: 'household.lookAtGrounds',
    start: { purpose: '' },
    toBody: values => ({ ...values, householdId }),
    onDone: onSeen,
  })
  return (
    <FormView form={form} submitLabel="Xem" onCancel={onClose}>
      <TextInput label="Xem để làm gì" description="Ghi vào nhật ký cùng tên bạn" {...text(form, 'purpose')} data-autofocus />
    </FormView>
  )
}

const unread = 'unread'
const keyOf = ({ book, exclusion }: GroundCase): string => `${book.id}/${exclusion.code}`

/** A case of the text is chosen by its words; what it leaves open, which conduct and what became of it, is chosen within it. */
export function RecordForm({ householdId, onClose, onRecorded }: { householdId: string; onClose: () => void; onRecorded: () => void }) {
  const { today } = useSession()
  const form = useCommand({
    name: 'household.recordGround',
    start: {
      id: crypto.randomUUID(),
      on: today,
      caseKey: null as string | null,
      matter: null as Matter | null,
      handling: null as Handling | null,
      basis: '',
    },
    toBody: ({ caseKey: _, ...values }) => ({ ...values, householdId, documentId: null }),
    onDone: onRecorded,
  })
  const { on, caseKey, matter } = form.values
  const cases = groundCasesOf(on)
  const exclusion = cases.find(one => keyOf(one) === caseKey)?.exclusion
  const mattersOpen = exclusion ? mattersIn(exclusion) : matters
  const handlingsOpen = (of: Matter | null): readonly Handling[] => (exclusion && of ? handlingsIn(exclusion, of) : handlings)
  const isChosen = exclusion !== undefined || caseKey === unread

  function chooseCase(key: string | null): void {
    const chosen = cases.find(one => keyOf(one) === key)?.exclusion
    const only = chosen && single(mattersIn(chosen))
    form.set({ caseKey: key, matter: only ?? null, handling: (chosen && only && single(handlingsIn(chosen, only))) ?? null })
  }
  function chooseMatter(value: string | null): void {
    const of = matters.find(one => one === value) ?? null
    form.set({ matter: of, handling: single(handlingsOpen(of)) ?? null })
  }
  return (
    <FormView form={form} submitLabel="Ghi" onCancel={onClose}>
      <p className="soft">Chỉ ghi trường hợp nào và theo văn bản nào; không kể sự việc.</p>
      <DayField
        label="Ngày"
        description="Ngày bị xử lý; không bị xử lý thì ngày có việc"
        value={on}
        onChange={day => form.set({ on: (day ?? today) as PlainDate, caseKey: null, matter: null, handling: null })}
        error={form.errors['on']}
        w={240}
      />
      <Select
        label="Trường hợp"
        description={exclusion?.says.value ?? 'Theo quy định có hiệu lực trong năm của ngày ấy'}
        data={caseOptions(cases, on)}
        value={caseKey}
        onChange={chooseCase}
        error={isChosen ? undefined : form.errors['matter']}
        data-autofocus
      />
      {isChosen && (
        <div className="pair">
          <Select
            label="Việc"
            data={mattersOpen.map(value => ({ value, label: capitalise(matterWords[value]) }))}
            value={matter}
            onChange={chooseMatter}
            error={form.errors['matter']}
          />
          <Select
            label="Kết quả xử lý"
            {...choice(form, 'handling')}
            data={handlingsOpen(matter).map(value => ({ value, label: capitalise(handlingWords[value]) }))}
          />
        </div>
      )}
      <TextInput label="Văn bản làm căn cứ" placeholder="Số, ngày, cơ quan ban hành" {...text(form, 'basis')} />
    </FormView>
  )
}

export function WithdrawForm({
  ground,
  onClose,
  onWithdrawn,
}: {
  ground: ExclusionGround
  onClose: () => void
  onWithdrawn: (ground: ExclusionGround) => void
}) {
  const form = useCommand({
    name: 'household.withdrawGround',
    start: { reason: '' },
    toBody: values => ({ ...values, id: ground.id }),
    onDone: onWithdrawn,
  })
  return (
    <FormView form={form} submitLabel="Rút" tone="late" onCancel={onClose}>
      <p>Căn cứ vẫn còn để xem, nhưng không loại trừ hộ này nữa.</p>
      <TextInput label="Lý do rút" placeholder="Ghi nhầm hộ; văn bản bị hủy …" {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}

/** By text, in its own words. */
function caseOptions(cases: readonly GroundCase[], on: PlainDate) {
  const byText = Map.groupBy(cases, ({ exclusion }) => exclusion.says.clause)
  const groups = [...byText].map(([clause, ofText]) => ({
    group: clause,
    items: ofText.map(one => ({ value: keyOf(one), label: `${one.exclusion.code}. ${one.exclusion.says.value}` })),
  }))
  if (!hasUnreadCases(on)) return groups
  return [...groups, { group: 'Quy định chưa xác minh', items: [{ value: unread, label: 'Trường hợp khác, theo văn bản ghi bên dưới' }] }]
}

function single<Value>(values: readonly Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined
}
