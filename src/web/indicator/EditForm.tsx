import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormView as OwnFormView } from '#contract/indicator.ts'
import { addPart, movePart, removePart, replacePart } from '#domain/indicator/edit-form.ts'
import type { FigureFormPart } from '#domain/indicator/figure-form.ts'
import type { Dictionary } from '#domain/indicator/indicator.ts'
import type { Result } from '#domain/kit/result.ts'
import { ask } from '../api.ts'
import { FormView } from '../app/FormView.tsx'
import { keepAnswer, readAnew } from '../app/queries.ts'
import { text, useCommand } from '../app/useCommand.ts'
import classes from './indicator.module.css'
import { PartFields } from './PartFields.tsx'

/** Each with the key it gets when it is added. */
const blanks = {
  narrative: { kind: 'narrative', heading: '', owedBy: [], asks: '', role: 'account', source: null },
  list: { kind: 'table', heading: '', owedBy: [], layout: { type: 'list', codes: [] }, ratios: [] },
  grid: { kind: 'table', heading: '', owedBy: [], layout: { type: 'grid', columns: ['Tổng số'], rows: [] }, ratios: [] },
} as const

const addWords = { narrative: 'Thêm phần lời', list: 'Thêm bảng chỉ tiêu', grid: 'Thêm bảng nhiều cột' } as const

type EditProps = { readonly view: OwnFormView; readonly dictionary: Dictionary; readonly onClose: () => void }

/** The draft of a form: its parts in order, each opened where it stands. Nobody is asked by it before it is published. */
export function EditForm({ view, dictionary, onClose }: EditProps) {
  const [open, setOpen] = useState<string | null>(null)
  const form = useCommand({
    name: 'form.saveDraft',
    start: { name: view.name, note: view.note, parts: view.draft, revision: view.revision },
    toBody: values => ({ id: view.id, ...values }),
    draft: `form.saveDraft:${view.id}`,
    onDone: async answer => {
      keepAnswer('form.one', { id: view.id }, answer)
      onClose()
      await readAnew('form')
    },
  })
  const { parts } = form.values
  const put = (next: Result<readonly FigureFormPart[]>): void => {
    if (next.ok) form.set({ parts: next.value })
  }
  function add(kind: keyof typeof blanks): void {
    const part: FigureFormPart = { ...blanks[kind], key: crypto.randomUUID().slice(0, 8) }
    put(addPart(parts, part, parts.length))
    setOpen(part.key)
  }
  return (
    <FormView
      form={form}
      submitLabel="Lưu bản nháp"
      onCancel={onClose}
      newestRevision={async () => (await ask('form.one', { id: view.id })).revision}
    >
      <h2>Sửa bản nháp</h2>
      <TextInput label="Tên biểu mẫu" {...text(form, 'name')} />
      <Textarea label="Ghi chú in trên biểu" autosize minRows={1} {...text(form, 'note')} />
      <ol className="stack-s" aria-label="Các phần của biểu">
        {parts.map((part, at) => (
          <li key={part.key}>
            <details className={classes.part} open={open === part.key} onToggle={event => event.currentTarget.open && setOpen(part.key)}>
              <summary>
                {at + 1}. {part.heading || <span className="soft">phần chưa có tên</span>}
              </summary>
              {open === part.key && (
                <div className="stack">
                  <PartFields part={part} dictionary={dictionary} onChange={changed => put(replacePart(parts, changed))} />
                  <div className="row">
                    <Button variant="default" size="compact-sm" disabled={at === 0} onClick={() => put(movePart(parts, part.key, at - 1))}>
                      Đưa lên
                    </Button>
                    <Button
                      variant="default"
                      size="compact-sm"
                      disabled={at === parts.length - 1}
                      onClick={() => put(movePart(parts, part.key, at + 1))}
                    >
                      Đưa xuống
                    </Button>
                    <Button variant="subtle" color="late" size="compact-sm" onClick={() => put(removePart(parts, part.key))}>
                      Bỏ phần này
                    </Button>
                  </div>
                </div>
              )}
            </details>
          </li>
        ))}
      </ol>
      {parts.length === 0 && <p className="soft">Biểu chưa có phần nào.</p>}
      <div className="row">
        {(Object.keys(blanks) as (keyof typeof blanks)[]).map(kind => (
          <Button key={kind} variant="default" onClick={() => add(kind)}>
            {addWords[kind]}
          </Button>
        ))}
      </div>
    </FormView>
  )
}
