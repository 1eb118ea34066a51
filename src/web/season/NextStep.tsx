import { Button, MultiSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { addDays, formatDay, type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { type AreaStep, fewVotes } from '#domain/season/area.ts'
import type { AssessmentStage } from '#domain/season/assessment.ts'
import { isOwnFile } from '#domain/season/hands.ts'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { choice, choices, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { AfterSteps } from './AfterSteps.tsx'
import { FindingsForm } from './FindingsForm.tsx'
import { sayLook } from './GroundsLook.tsx'
import { PointsGrid } from './PointsGrid.tsx'
import { useStepParts } from './useStepParts.ts'
import { stepWords } from './words.ts'

const commandOf = {
  list: 'season.makeList',
  meet: 'season.concludeMeeting',
  post: 'season.post',
  submit: 'season.submit',
  appraise: 'season.appraise',
} as const
/** What follows from a step, beside what the text says of it. */
const hints: Record<AreaStep, string> = {
  list: 'Sau bước này không thêm ai vào danh sách.',
  meet: 'Ghi đủ các cuộc họp ở dưới rồi kết luận. Ai không đủ phiếu thì không được đề nghị.',
  post: '',
  submit: '',
  appraise: 'Hồ sơ phải làm lại thì trả lại, kèm lý do.',
}

/** Who does what, as the text of the season has it. */
function sayStep({ texts }: SeasonAreaView, step: AreaStep): string {
  const said = texts.find(each => each.step === step)
  const form = said?.form ? ` (${said.form})` : ''
  return [said && `${said.actor}: ${lowered(said.does)}${form}.`, hints[step]].filter(Boolean).join(' ')
}

function lowered(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLocaleLowerCase('vi') + words.slice(1) : words
}

/** The one thing to do next, and what stands in its way. */
export function NextStep({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const { today } = useSession()
  const [isTaking, setTaking] = useState(false)
  const [scoring, setScoring] = useState<AssessmentStage | null>(null)
  const [isFinding, setFinding] = useState(false)
  const step = view.nextStep
  if (step === null) return <AfterSteps view={view} />
  const isScored = view.lines.length > 0 && view.candidates.length > 0 && !view.missing.some(({ what }) => what === 'score')
  const mayAssess = mayScore(view.state) && may('season.assess', view.areaUnitId)
  const isOfHolder = step === 'appraise' || view.season.arrangement === 'together'
  const mayTake = may(commandOf[step], isOfHolder ? view.season.holderUnitId : view.areaUnitId) && view.candidates.length > 0
  const asksFindings = view.findings.length > 0 || view.asksContent
  return (
    <Sheet
      title={`Bước tới: ${stepWords[step].toLocaleLowerCase('vi')}`}
      actions={
        mayTake && (
          <Button variant={isTimeFor(view, today) ? 'filled' : 'default'} onClick={() => setTaking(true)}>
            {actionOf(step)}
          </Button>
        )
      }
    >
      <p className="soft">{sayStep(view, step)}</p>
      {view.posting && (
        <p>
          Niêm yết tại {view.posting.place} từ {formatDay(view.posting.from)} đến hết {formatDay(view.posting.lastOn)}; sau ngày ấy mới
          trình được hồ sơ.
        </p>
      )}
      {view.missing.map(({ what, candidateIds, blocks, clause }) => (
        <MissingLine key={what} view={view} onScore={setScoring} {...{ what, candidateIds, blocks, clause }} />
      ))}
      {isScored && mayAssess && scoring === null && (
        <div>
          <Button variant="subtle" onClick={() => setScoring('meeting')}>
            Sửa điểm
          </Button>
        </div>
      )}
      {asksFindings && view.candidates.length > 0 && mayAssess && (
        <div>
          <Button variant="subtle" onClick={() => setFinding(true)}>
            Ghi kết quả tiêu chuẩn
          </Button>
          <FormModal title="Kết quả tiêu chuẩn" isOpen={isFinding} onClose={() => setFinding(false)}>
            <FindingsForm view={view} onClose={() => setFinding(false)} />
          </FormModal>
        </div>
      )}
      {scoring && <PointsGrid key={scoring} view={view} stage={scoring} onClose={() => setScoring(null)} />}
      <FormModal title={stepWords[step]} isOpen={isTaking} onClose={() => setTaking(false)}>
        {step === 'post' ? (
          <PostForm view={view} onClose={() => setTaking(false)} />
        ) : (
          <StepForm view={view} step={step} onClose={() => setTaking(false)} />
        )}
      </FormModal>
    </Sheet>
  )
}

/** A meeting is held before it is concluded, and a list hangs out its days before it is handed in. */
function isTimeFor({ nextStep, gatherings, posting }: SeasonAreaView, today: PlainDate): boolean {
  if (nextStep === 'meet') return gatherings.length > 0
  return nextStep !== 'submit' || posting === null || posting.lastOn < today
}

/** Until the meeting is concluded: what it found stands. */
function mayScore(state: SeasonAreaView['state']): boolean {
  return state === 'registering' || state === 'list'
}

function actionOf(step: AreaStep): string {
  return step === 'meet' ? 'Kết luận họp' : stepWords[step]
}

type MissingParts = SeasonAreaView['missing'][number] & {
  readonly view: SeasonAreaView
  readonly onScore: (stage: AssessmentStage) => void
}

/** What a dossier lacks; papers that came in are ticked off for everybody at once. */
function MissingLine({ view, what, candidateIds, blocks, clause, onScore }: MissingParts) {
  const may = useMay()
  const form = useCommand({
    name: 'season.assess',
    start: {},
    toBody: () => ({
      seasonId: view.season.id,
      areaUnitId: view.areaUnitId,
      stage: 'self',
      rows: candidateIds.map(candidateId => ({ id: crypto.randomUUID(), candidateId, points: {} })),
    }),
    onDone: () => readAnew('season'),
  })
  return (
    <div className="row">
      <span className={blocks ? undefined : 'soft'}>
        {what === 'selfAssessment' ? 'Còn thiếu bảng tự đánh giá' : 'Chưa ghi điểm họp chấm'} của {candidateIds.length} {view.season.noun} (
        {clause}){!blocks && ', không giữ hồ sơ lại'}
      </span>
      {what === 'score' && mayScore(view.state) && may('season.assess', view.areaUnitId) && (
        <Button variant="subtle" onClick={() => onScore('meeting')}>
          Ghi điểm
        </Button>
      )}
      {what === 'selfAssessment' && may('season.assess', view.areaUnitId) && (
        <>
          <Button variant="subtle" loading={form.isSending} onClick={() => void form.submit()}>
            Đã nhận đủ bảng giấy
          </Button>
          {view.lines.length > 0 && (
            <Button variant="subtle" onClick={() => onScore('self')}>
              Ghi điểm tự chấm
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** Whom the list or the meeting leaves out is named here, with one reason for all of them. */
function StepForm({ view, step, onClose }: { view: SeasonAreaView; step: Exclude<AreaStep, 'post'>; onClose: () => void }) {
  const { actor } = useSession()
  const { today, body, onDone } = useStepParts(view, onClose)
  const listed = view.candidates.filter(row => !row.withdrawal && row.leftOut === null)
  const outvoted = step === 'meet' ? fewVotes(view.count).filter(candidateId => listed.some(({ id }) => id === candidateId)) : []
  const start: { on: string | null; out: readonly string[]; reason: string; keepReason: string; appraiser: string; remarks: string } = {
    on: today,
    appraiser: '',
    remarks: '',
    out: outvoted,
    keepReason: '',
    reason: outvoted.length > 0 ? 'Chưa đủ tỷ lệ đồng ý' : '',
  }
  const form = useCommand({
    name: commandOf[step],
    start,
    toBody: ({ on, out, reason, keepReason, appraiser, remarks }) => ({
      ...body,
      on,
      ...(step !== 'submit' && { leftOut: out.map(candidateId => ({ candidateId, reason })) }),
      ...(step === 'meet' && { kept: outvoted.filter(id => !out.includes(id)).map(candidateId => ({ candidateId, reason: keepReason })) }),
      ...(step === 'appraise' && { appraiser, remarks }),
    }),
    onDone,
  })
  return (
    <FormView form={form} submitLabel={actionOf(step)} onCancel={onClose}>
      <p>{sayStep(view, step)}</p>
      <DayField label="Ngày" {...choice(form, 'on')} w={200} />
      {step !== 'submit' && (
        <MultiSelect
          label={step === 'list' ? 'Không đủ điều kiện' : 'Không được đề nghị'}
          description="Để trống nếu không có"
          data={listed.map(row => ({ value: row.id, label: row.headName }))}
          {...choices(form, 'out', 'leftOut')}
          searchable
          clearable
        />
      )}
      {form.values.out.length > 0 && <TextInput label="Lý do" {...text(form, 'reason', 'leftOut.0.reason')} />}
      {outvoted.some(id => !form.values.out.includes(id)) && (
        <TextInput
          label="Vì sao vẫn đề nghị"
          description="Có hộ chưa đủ tỷ lệ đồng ý, mức chưa xác minh; lý do ghi vào kết luận họp"
          {...text(form, 'keepReason', 'kept.0.reason')}
        />
      )}
      {step === 'appraise' && (
        <>
          {isOwnFile(view.events, actor.accountId) && (
            <p className="soft">Chính bạn đã trình hồ sơ này. Chưa đọc thấy văn bản nào cấm nên vẫn ghi được; nhật ký ghi rõ.</p>
          )}
          {view.grounds && view.grounds.candidates > 0 && <p className="soft">{sayLook(view.grounds, view.season)}</p>}
          <TextInput label="Cơ quan thẩm định" {...text(form, 'appraiser')} />
          <Textarea label="Nhận xét" {...text(form, 'remarks')} autosize minRows={2} />
        </>
      )}
    </FormView>
  )
}

function PostForm({ view, onClose }: { view: SeasonAreaView; onClose: () => void }) {
  const { today, body, onDone } = useStepParts(view, onClose)
  const form = useCommand({
    name: 'season.post',
    start: { on: today, lastOn: addDays(plainDate(today), view.postingDays ?? 0), place: '' },
    toBody: values => ({ ...body, ...values }),
    onDone,
  })
  return (
    <FormView form={form} submitLabel="Niêm yết" onCancel={onClose}>
      <DayField label="Từ ngày" {...choice(form, 'on')} w={200} />
      <DayField label="Đến hết ngày" description="Ngày đầu không tính vào số ngày niêm yết" {...choice(form, 'lastOn')} w={200} />
      <TextInput label="Nơi niêm yết" {...text(form, 'place')} />
    </FormView>
  )
}
