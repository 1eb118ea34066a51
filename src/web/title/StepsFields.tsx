import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { authorityWords } from '#domain/title/authority.ts'
import type { ProvincialStep } from '#domain/title/provincial-way.ts'
import { authorities, type Share, type StepCode, shareBases, stepCodes } from '#domain/title/rule-book.ts'
import type { ScoreSheet } from '#domain/title/score-sheet.ts'
import { type Term, termWords } from '#domain/title/term.ts'
import { baseWords, shareWords, stepWords } from '#domain/title/title-words.ts'
import classes from './law.module.css'

const silent = { actor: '', does: '', form: null, quorum: null, consent: null, lasts: null, within: null, after: null } as const
const daysWords = { days: 'ngày', workingDays: 'ngày làm việc' } as const
const daysChoices = (['days', 'workingDays'] as const).map(value => ({ value, label: daysWords[value] }))

type Way = Pick<ScoreSheet, 'steps' | 'authority'>

/** The steps of a title as the province's text has them, and who decides: only where no steps were read. */
export function StepsFields({ way, about, onChange }: { way: Way; about: string; onChange: (way: Way) => void }) {
  const { steps, authority } = way
  const unsaid = stepCodes.filter(code => !steps.some(step => step.code === code))
  const put = (next: readonly ProvincialStep[]): void =>
    onChange({ authority, steps: next.toSorted((a, b) => stepCodes.indexOf(a.code) - stepCodes.indexOf(b.code)) })
  return (
    <div className="stack-s">
      <p className="soft">{about}</p>
      {steps.map((step, at) => (
        <StepFields
          key={step.code}
          step={step}
          before={steps.slice(0, at).map(({ code }) => code)}
          onChange={changed => put(steps.map(other => (other === step ? changed : other)))}
          onRemove={() => put(steps.filter(other => other !== step))}
        />
      ))}
      <div className="pair">
        <Select
          label="Thêm bước"
          placeholder="chọn bước"
          data={unsaid.map(value => ({ value, label: stepWords[value] }))}
          value={null}
          onChange={code => code && put([...steps, { ...silent, code }])}
        />
        <Select
          label="Người quyết định"
          placeholder="chưa định"
          clearable
          data={authorities.map(value => ({ value, label: authorityWords[value] }))}
          value={authority}
          onChange={value => onChange({ steps, authority: value })}
        />
      </div>
    </div>
  )
}

type StepParts = {
  step: ProvincialStep
  before: readonly StepCode[]
  onChange: (step: ProvincialStep) => void
  onRemove: () => void
}

function StepFields({ step, before, onChange, onRemove }: StepParts) {
  const { code, actor, does, form, quorum, consent, lasts, within, after } = step
  const change = (patch: Partial<ProvincialStep>): void => onChange({ ...step, ...patch })
  const changeLasts = (days: number | null): void => change({ lasts: days === null ? null : { kind: 'days', days } })
  return (
    <fieldset className={classes.step}>
      <legend>{stepWords[code]}</legend>
      <div className="pair">
        <TextInput label="Người làm" value={actor} onChange={event => change({ actor: event.currentTarget.value })} />
        <TextInput label="Việc làm" value={does} onChange={event => change({ does: event.currentTarget.value })} />
        <TextInput label="Mẫu" value={form ?? ''} onChange={event => change({ form: event.currentTarget.value || null })} />
        {code === 'meet' && <ShareFields label="Dự họp" share={quorum} onChange={share => change({ quorum: share })} />}
        {code === 'meet' && <ShareFields label="Đồng ý" share={consent} onChange={share => change({ consent: share })} />}
        {code === 'post' && (
          <NumberInput
            label="Niêm yết ít nhất (ngày)"
            min={1}
            value={lasts && lasts.kind !== 'beforeDay' ? lasts.days : ''}
            onChange={value => changeLasts(Number(value) || null)}
          />
        )}
        <TermFields term={within} onChange={term => change({ within: term })} />
        {within !== null && (
          <Select
            label="Tính từ bước"
            placeholder="chưa định"
            clearable
            data={before.map(value => ({ value, label: stepWords[value] }))}
            value={after}
            onChange={value => change({ after: value })}
          />
        )}
      </div>
      <Button variant="subtle" color="late" size="compact-sm" onClick={onRemove}>
        Bỏ bước {stepWords[code].toLocaleLowerCase('vi')}
      </Button>
    </fieldset>
  )
}

function ShareFields({ label, share, onChange }: { label: string; share: Share | null; onChange: (share: Share | null) => void }) {
  return (
    <>
      <NumberInput
        label={`${label} từ (%)`}
        min={0}
        max={100}
        value={share?.percent ?? ''}
        onChange={value => onChange(value === '' ? null : { strictly: false, of: 'convened', ...share, percent: Number(value) })}
      />
      {share && (
        <Select
          label={`${label}: của`}
          data={shareBases.map(value => ({ value, label: baseWords[value] }))}
          value={share.of}
          allowDeselect={false}
          onChange={value => value && onChange({ ...share, of: value })}
        />
      )}
    </>
  )
}

/** Days; a day of the year stays as the file has it. */
function TermFields({ term, onChange }: { term: Term | null; onChange: (term: Term | null) => void }) {
  if (term?.kind === 'beforeDay') return <TextInput label="Hạn" value={termWords(term)} readOnly />
  return (
    <>
      <NumberInput
        label="Làm trong (ngày)"
        min={1}
        value={term?.days ?? ''}
        onChange={value => onChange(Number(value) > 0 ? { kind: term?.kind ?? 'days', days: Number(value) } : null)}
      />
      {term && (
        <Select
          label="Tính theo"
          data={daysChoices}
          value={term.kind}
          allowDeselect={false}
          onChange={kind => kind && onChange({ days: term.days, kind })}
        />
      )}
    </>
  )
}

/** The steps a province has given, one to a line. */
export function StepsSaid({ steps }: { steps: readonly ProvincialStep[] }) {
  if (steps.length === 0) return null
  return (
    <>
      <p className="soft">Trình tự theo quy định của tỉnh, chưa xác minh với văn bản của trung ương</p>
      <dl>
        {steps.map(step => (
          <div key={step.code} className={classes.line}>
            <dt>{stepWords[step.code]}</dt>
            <dd>{sayStep(step)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function sayStep({ actor, does, form, quorum, consent, lasts, within, after }: ProvincialStep): string {
  return [
    `${actor}: ${does}`,
    quorum && `dự họp ${shareWords(quorum)}`,
    consent && `đồng ý ${shareWords(consent)}`,
    lasts && `ít nhất ${termWords(lasts)}`,
    within &&
      `${within.kind === 'beforeDay' ? '' : 'trong '}${termWords(within)}${after ? ` từ bước ${stepWords[after].toLocaleLowerCase('vi')}` : ''}`,
    form,
  ]
    .filter(Boolean)
    .join('; ')
}
