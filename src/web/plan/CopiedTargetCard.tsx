import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import classes from './copy.module.css'
import type { CopiedTarget } from './copy-values.ts'
import { StaleNotes } from './StaleNotes.tsx'
import { type CopyForm, type CopyMove, typeInto } from './useLooked.ts'
import { operatorWords } from './words.ts'

/** One target of the plan copied from: its words and its goal may change, its outcome is not copied. */
export function CopiedTargetCard({ form, target, move }: { form: CopyForm; target: CopiedTarget; move: CopyMove }) {
  const change = (patch: Partial<CopiedTarget>): void =>
    form.set({ targets: form.values.targets.map(other => (other.id === target.id ? { ...other, ...patch } : other)) })
  const place = { recordId: target.id, field: 'statement', text: target.statement } as const
  return (
    <div className={classes.card} data-left-out={!target.isChosen || undefined}>
      <Checkbox
        checked={target.isChosen}
        onChange={event => change({ isChosen: event.currentTarget.checked })}
        aria-label={`Chép chỉ tiêu: ${target.statement}`}
      />
      <div className={classes.words}>
        {target.isChosen ? (
          <>
            <div className={classes.target}>
              <TextInput
                label="Nội dung chỉ tiêu"
                value={target.statement}
                onChange={event => typeInto(form, place, event.currentTarget.value)}
              />
              <NumberInput
                label={`Mức: ${operatorWords[target.operator]}`}
                suffix=" %"
                decimalScale={2}
                value={target.goalPercent}
                onChange={value => change({ goalPercent: typeof value === 'number' ? value : 0 })}
              />
            </div>
            <StaleNotes form={form} place={place} move={move} />
            <StaleNotes form={form} place={{ recordId: target.id, field: 'baseName', text: target.baseName }} move={move} />
          </>
        ) : (
          <span className="soft">{target.statement}: không chép</span>
        )}
      </div>
    </div>
  )
}
