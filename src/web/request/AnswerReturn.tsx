import { Textarea } from '@mantine/core'
import type { ReturnView } from '#contract/return.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { goToPlace } from './figure-keys.ts'
import { indicatorIn, type Look, LookProvider } from './look.ts'
import { FlagNote } from './PlaceNotes.tsx'
import { looseFlags, ReturnForm } from './ReturnForm.tsx'
import classes from './return.module.css'

type Answering = { readonly reason: string; readonly remarks: Readonly<Record<string, string>> }

const onDone = (): Promise<void> => readAnew('return', 'request', 'figure', 'today')

/** Whoever it went to looks at it: what a correction changes, what is asked about, then accepts it or sends it back. */
export function AnswerReturn({ view }: { view: ReturnView }) {
  const version = view.events.at(-1)?.version ?? 0
  const owed = { requestId: view.request.id, unitId: view.unitId }
  const accept = useCommand({
    name: 'return.accept',
    start: {},
    toBody: () => ({ requestId: owed.requestId, returns: [{ unitId: owed.unitId, version }] }),
    onDone,
  })
  const back = useCommand<'return.sendBack', Answering>({
    name: 'return.sendBack',
    start: { reason: '', remarks: {} },
    toBody: ({ reason, remarks }) => ({ ...owed, version, reason, remarks: Object.entries(remarks).map(toRemark) }),
    draft: `return.sendBack:${owed.requestId}:${owed.unitId}:${version}`,
    onDone,
  })
  const { remarks } = back.values
  const look: Look = {
    view,
    content: view.content,
    flags: view.flags,
    writing: null,
    asking: {
      remarks,
      set: (key, words) => {
        const others = Object.entries(remarks).filter(([place]) => place !== key)
        back.set({ remarks: Object.fromEntries(words === null ? others : [...others, [key, words]]) })
      },
    },
  }
  const unanswered = view.flags.filter(({ kept }) => kept === null)
  const missing = unanswered.filter(({ rule }) => rule === 'missing').length
  const open = unanswered.length - missing
  const count = Object.keys(remarks).length
  return (
    <LookProvider value={look}>
      <Changes look={look} />
      <Sheet title={`Xem bản ${version} của ${view.unitName}`}>
        <p>
          {open === 0 ? 'Không có chỗ nào được nhắc mà chưa trả lời' : `${open} chỗ được nhắc chưa có giải thích, xem ngay tại ô`}
          {missing > 0 && `; ${missing} chỗ chưa có số liệu`}. Cần sửa chỗ nào, bấm “Nhờ sửa” ở ô ấy.
        </p>
        <FormView form={accept} submitLabel="Nhận báo cáo">
          {null}
        </FormView>
        <details open={count > 0 || undefined}>
          <summary>Trả lại để sửa{count > 0 && ` (${count} chỗ)`}</summary>
          <FormView form={back} submitLabel="Trả lại" tone="late">
            {count > 0 && (
              <ul className={classes.list}>
                {Object.entries(remarks).map(([place, words]) => (
                  <li key={place}>
                    <button type="button" className="opens" onClick={() => goToPlace(place)}>
                      {nameOf(look, place)}
                    </button>
                    : {words || 'chưa ghi cần sửa gì'}
                  </li>
                ))}
              </ul>
            )}
            <Textarea label="Lời chung" description="Không bắt buộc nếu đã ghi ở ô" {...text(back, 'reason')} autosize minRows={2} />
          </FormView>
        </details>
      </Sheet>
      {looseFlags(look).map(flag => (
        <FlagNote key={flag.key} flag={flag} />
      ))}
      <ReturnForm />
    </LookProvider>
  )
}

function toRemark([place, words]: readonly [string, string]) {
  const isCell = place.startsWith('cell:')
  return { at: { kind: isCell ? 'cell' : 'part', key: place.slice(place.indexOf(':') + 1) }, text: words }
}

function nameOf(look: Look, place: string): string {
  const key = place.slice(place.indexOf(':') + 1)
  return indicatorIn(look, key)?.name ?? look.view.form.parts.find(part => part.key === key)?.heading ?? key
}

/** What the newest version says otherwise than the one that was accepted. */
function Changes({ look }: { look: Look }) {
  const { changes, changedParts } = look.view
  if (changes.length + changedParts.length === 0) return null
  return (
    <Sheet title={`Khác bản đã nhận ở ${changes.length + changedParts.length} chỗ`}>
      <Rows label="Khác bản đã nhận">
        {changes.map(({ code, before, after }) => (
          <Row
            key={code}
            title={indicatorIn(look, code)?.name ?? code}
            aside={
              <>
                {printValue(before) || 'chưa có số liệu'} → <b>{printValue(after) || 'chưa có số liệu'}</b>
              </>
            }
          />
        ))}
        {changedParts.map(key => (
          <Row key={key} title={nameOf(look, `part:${key}`)} aside="lời đã sửa" />
        ))}
      </Rows>
    </Sheet>
  )
}
