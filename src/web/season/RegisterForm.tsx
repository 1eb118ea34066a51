import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { fewEnough, findPeople } from './find-people.ts'

/** Who handed in a registration sheet, ticked off; of a long list some are found by name, and those ticked before stay ticked. */
export function RegisterForm({ view, onClose }: { view: SeasonAreaView; onClose: () => void }) {
  const { today } = useSession()
  const [search, setSearch] = useState('')
  const [ids] = useState(() => new Map(view.others.map(({ subjectId }) => [subjectId, crypto.randomUUID()])))
  const form = useCommand({
    name: 'season.register',
    start: { chosen: [] as readonly string[], registeredOn: today },
    toBody: ({ chosen, registeredOn }) => ({
      seasonId: view.season.id,
      areaUnitId: view.areaUnitId,
      candidates: chosen.map(subjectId => ({ id: ids.get(subjectId), subjectId })),
      registeredOn,
    }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  const { chosen } = form.values
  const { noun } = view.season
  const shown = findPeople(view.others, search)
  const isNarrowed = shown.length < view.others.length
  const ticked = shown.filter(({ subjectId }) => chosen.includes(subjectId)).length
  function tickShown(isTicked: boolean): void {
    const of = new Set(shown.map(({ subjectId }) => subjectId))
    const rest = chosen.filter(subjectId => !of.has(subjectId))
    form.set({ chosen: isTicked ? [...rest, ...of] : rest })
  }
  return (
    <FormView form={form} submitLabel={chosen.length === 0 ? 'Ghi đăng ký' : `Ghi ${chosen.length} ${noun}`} onCancel={onClose}>
      <DayField label="Ngày đăng ký" {...choice(form, 'registeredOn')} w={200} />
      {view.others.length > fewEnough && (
        <TextInput
          label="Tìm"
          placeholder="họ tên không cần dấu"
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      )}
      <Checkbox
        label={`Chọn cả ${shown.length} ${noun}${isNarrowed ? ' tìm thấy' : ''}`}
        checked={shown.length > 0 && ticked === shown.length}
        indeterminate={ticked > 0 && ticked < shown.length}
        disabled={shown.length === 0}
        onChange={event => tickShown(event.currentTarget.checked)}
      />
      <Checkbox.Group label="Chưa đăng ký" {...choices(form, 'chosen', 'candidates')}>
        <div className="stack-s">
          {shown.map(({ subjectId, headName, address }) => (
            <Checkbox key={subjectId} value={subjectId} label={[headName, address].filter(Boolean).join(' · ')} />
          ))}
        </div>
      </Checkbox.Group>
    </FormView>
  )
}
