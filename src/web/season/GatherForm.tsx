import { Button, Group, NumberInput, Radio, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { capitalise } from '#domain/kit/text.ts'
import { gatheringForms, type Votes, votingWays } from '#domain/season/meeting.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, number, text, useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import { BallotGrid } from './BallotGrid.tsx'
import { ballotsOf, voteKinds, voteWords, wholeVotes } from './ballots.ts'
import classes from './points.module.css'
import { type Cells, faultyCells, pathsOf } from './points.ts'
import { formWords, wayWords } from './words.ts'

type Typed = { readonly [Which in keyof Votes]: number | null }
const nothing: Typed = { for: null, against: null, other: null }
const noBallots: Cells = {}

/** One part of the meeting as its minutes say it: who was called, who came, how they voted. */
export function GatherForm({ view, onClose }: { view: SeasonAreaView; onClose: () => void }) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const [isOfEach, setOfEach] = useState(false)
  const { noun } = view.season
  const form = useCommand({
    name: 'season.gather',
    start: {
      heldOn: today,
      place: '',
      startClock: '',
      endClock: '',
      form: 'whole',
      way: 'hands',
      convened: null as number | null,
      present: null as number | null,
      absent: '',
      list: nothing,
      ballots: noBallots,
      proceedings: '',
    },
    toBody: ({ absent, list, ballots, startClock, endClock, ...values }) => ({
      ...values,
      startClock: startClock.trim() || null,
      endClock: endClock.trim() || null,
      id,
      seasonId: view.season.id,
      areaUnitId: view.areaUnitId,
      absent: absent
        .split('\n')
        .map(name => name.trim())
        .filter(Boolean),
      list: list.for === null && list.against === null && list.other === null ? null : wholeVotes(list),
      exceptions: ballotsOf(ballots),
    }),
    onDone: async () => {
      onClose()
      await readAnew('season')
    },
  })
  const { values, errors } = form
  const listed = view.candidates.filter(row => !row.withdrawal && row.leftOut === null)
  const sent = ballotsOf(values.ballots).map(({ candidateId }) => candidateId)
  const faulty = faultyCells({ errors, sent, path: pathsOf.votes })
  const refusedBallot = Object.entries(errors).find(([path]) => pathsOf.votes.test(path))?.[1]
  return (
    <FormView form={form} submitLabel="Ghi cuộc họp" onCancel={onClose}>
      <Group align="flex-start">
        <DayField label="Ngày họp" {...choice(form, 'heldOn')} w={200} />
        <TextInput label="Giờ bắt đầu" placeholder="19:30" {...text(form, 'startClock')} w={120} />
        <TextInput label="Giờ kết thúc" placeholder="21:00" {...text(form, 'endClock')} w={120} />
      </Group>
      <TextInput label="Địa điểm" {...text(form, 'place')} />
      <Radio.Group label="Cách họp" {...choice(form, 'form')}>
        <Group gap="lg">
          {gatheringForms.map(value => (
            <Radio key={value} value={value} label={capitalise(formWords[value])} />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group label="Cách biểu quyết" {...choice(form, 'way')}>
        <Group gap="lg">
          {votingWays.map(value => (
            <Radio key={value} value={value} label={capitalise(wayWords[value])} />
          ))}
        </Group>
      </Radio.Group>
      <Group align="flex-start">
        <NumberInput
          label={values.form === 'doorToDoor' ? 'Số phiếu phát ra' : 'Số được triệu tập'}
          {...number(form, 'convened')}
          w={180}
          hideControls
        />
        <NumberInput
          label={values.form === 'doorToDoor' ? 'Số phiếu thu về' : 'Số có mặt'}
          {...number(form, 'present')}
          w={180}
          hideControls
        />
      </Group>
      <Textarea label="Người vắng" description="Mỗi người một dòng" {...text(form, 'absent')} autosize minRows={2} />
      <VoteFields
        label={`Biểu quyết cả danh sách ${listed.length} ${noun}`}
        typed={values.list}
        errors={errors}
        path="list"
        onType={list => form.set({ list })}
      />
      {isOfEach ? (
        <fieldset className={classes.group}>
          <legend>Phiếu của từng {noun}</legend>
          <p className="soft">Hàng để trống là như cả danh sách. Enter xuống dòng dưới, hết cột sang cột sau.</p>
          <BallotGrid
            rows={listed}
            noun={capitalise(noun)}
            cells={values.ballots}
            faulty={faulty}
            onType={(candidateId, typed) => form.set({ ballots: { ...values.ballots, [candidateId]: typed } })}
          />
          {refusedBallot && <p role="alert">{refusedBallot}</p>}
        </fieldset>
      ) : (
        <div>
          <Button variant="default" onClick={() => setOfEach(true)}>
            Ghi phiếu của từng {noun}
          </Button>{' '}
          <span className="soft">
            khi có {noun} khác cả danh sách, hoặc bỏ phiếu kín từng {noun}
          </span>
        </div>
      )}
      <Textarea
        label="Diễn biến, ý kiến tại cuộc họp"
        description="Như biên bản ghi: ai nêu gì, về hộ nào"
        {...text(form, 'proceedings')}
        autosize
        minRows={2}
      />
    </FormView>
  )
}

type VoteParts = {
  readonly label: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly path: string
  readonly onType: (typed: Typed) => void
}

function VoteFields({ label, typed, errors, path, onType }: VoteParts) {
  return (
    <fieldset>
      <legend>{label}</legend>
      <Group align="flex-start">
        {voteKinds.map(kind => (
          <NumberInput
            key={kind}
            label={voteWords[kind]}
            value={typed[kind] ?? ''}
            onChange={value => onType({ ...typed, [kind]: typeof value === 'number' ? value : null })}
            error={errors[`${path}.${kind}`]}
            w={140}
            hideControls
          />
        ))}
      </Group>
    </fieldset>
  )
}
