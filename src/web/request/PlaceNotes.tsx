import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FlagView } from '#contract/return.ts'
import { FormView } from '../app/FormView.tsx'
import { text, useCommand } from '../app/useCommand.ts'
import { sayInstant } from '../clock.ts'
import { goToPlace } from './figure-keys.ts'
import { flagsAt, type Look, placeOf, remarkAt, useLook } from './look.ts'
import classes from './return.module.css'

/** What stands in the margin of a place: what a colleague wrote meanwhile, what was asked to be mended, what does not fit. */
export function notesAt(look: Look, place: string): readonly FlagView[] | null {
  const flags = flagsAt(look, place)
  const hasOther = look.writing?.state.clashes.has(place) || remarkAt(look, place) !== null || look.asking?.remarks[place] !== undefined
  return flags.length > 0 || hasOther ? flags : null
}

export function PlaceNotes({ place }: { place: string }) {
  const look = useLook()
  const flags = notesAt(look, place)
  if (!flags) return null
  const remark = remarkAt(look, place)
  return (
    <div className={classes.notesOf}>
      <Clash place={place} />
      {remark && (
        <p className={classes.remark}>
          <b>{remark.byName} nhờ sửa:</b> {remark.text}
        </p>
      )}
      {flags.map(flag => (
        <FlagNote key={flag.key} flag={flag} />
      ))}
      <Asked place={place} />
    </div>
  )
}

/** Both wrote here: nothing is sent before the person chose. */
function Clash({ place }: { place: string }) {
  const { writing } = useLook()
  const theirs = writing?.state.clashes.get(place)
  if (!writing || theirs === undefined) return null
  return (
    <div className={classes.remark} role="alert">
      <p>
        Đồng nghiệp vừa ghi {theirs === '' ? 'để trống' : <b>{theirs}</b>} ở chỗ này; bạn ghi{' '}
        <b>{writing.state.words[place] || 'để trống'}</b>.
      </p>
      <div className="row">
        <Button size="compact-sm" variant="default" onClick={() => writing.desk.takeTheirs(place)}>
          Theo đồng nghiệp
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => writing.desk.keepMine(place)}>
          Giữ số của tôi
        </Button>
      </div>
    </div>
  )
}

/** What cannot be, or hardly, with what it most often comes from; answered by mending it or by saying why it stays. */
export function FlagNote({ flag }: { flag: FlagView }) {
  const { writing } = useLook()
  const [isKeeping, setKeeping] = useState(false)
  if (flag.kept)
    return (
      <div className={classes.remark} data-kept>
        <p className="soft">{flag.sentence}</p>
        <p className="small">
          <b>Giữ nguyên vì:</b> {flag.kept.reason}{' '}
          <span className="soft">
            ({flag.kept.byName}, {sayInstant(flag.kept.at)})
          </span>
        </p>
      </div>
    )
  return (
    <div className={classes.remark}>
      <p>{flag.sentence}</p>
      <p className="small soft">{flag.cause}</p>
      {writing && !isKeeping && (
        <div className="row">
          <Button size="compact-sm" variant="default" onClick={() => goToPlace(placeOf(flag))}>
            Sửa…
          </Button>
          {writing.mayKeep && (
            <Button size="compact-sm" variant="default" onClick={() => setKeeping(true)}>
              Giữ nguyên vì…
            </Button>
          )}
        </div>
      )}
      {writing && isKeeping && <KeepForm flag={flag} onClose={() => setKeeping(false)} />}
    </div>
  )
}

function KeepForm({ flag, onClose }: { flag: FlagView; onClose: () => void }) {
  const { view, writing } = useLook()
  const { id: requestId } = view.request
  const form = useCommand({
    name: 'return.keepFlag',
    start: { reason: '' },
    toBody: values => ({ requestId, unitId: view.unitId, flagKey: flag.key, ...values }),
    draft: `return.keepFlag:${requestId}:${view.unitId}:${flag.key}`,
    onDone: async () => {
      await writing?.desk.readAgain()
      onClose()
    },
  })
  return (
    <FormView form={form} submitLabel="Giữ nguyên" onCancel={onClose}>
      <Textarea label="Giữ nguyên vì" {...text(form, 'reason')} minRows={2} autosize ref={element => element?.focus()} />
    </FormView>
  )
}

/** The pencil of whoever answers: what is to be mended, at this very place. */
export function AskMending({ place, name }: { place: string; name: string }) {
  const { asking } = useLook()
  if (!asking || asking.remarks[place] !== undefined) return null
  return (
    <Button size="compact-sm" variant="subtle" aria-label={`Nhờ sửa ${name}`} onClick={() => asking.set(place, '')}>
      Nhờ sửa…
    </Button>
  )
}

function Asked({ place }: { place: string }) {
  const { asking } = useLook()
  const words = asking?.remarks[place]
  if (!asking || words === undefined) return null
  return (
    <div className={classes.remark}>
      <Textarea
        label="Cần sửa gì"
        value={words}
        maxLength={1000}
        autosize
        minRows={1}
        onChange={event => asking.set(place, event.currentTarget.value)}
        ref={element => {
          if (element && words === '') element.focus()
        }}
      />
      <Button size="compact-sm" variant="subtle" onClick={() => asking.set(place, null)}>
        Thôi, không nhờ sửa chỗ này
      </Button>
    </div>
  )
}
