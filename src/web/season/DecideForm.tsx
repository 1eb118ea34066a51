import { Checkbox, Group, MultiSelect, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { mostExcepted } from '#contract/dossier.ts'
import type { SeasonAreaRow, SeasonView } from '#contract/season.ts'
import type { ProposalView, ProposedRow } from '#contract/season-proposal.ts'
import { formatDay, plainDate } from '#domain/calendar/plain-date.ts'
import { type Reason, waitsForLook } from '#domain/season/decision.ts'
import { lawDoubt } from '#domain/season/law.ts'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, choices, number, text, tick, useCommand } from '../app/useCommand.ts'
import { DraftOfDecision } from '../dossier/DecisionPapers.tsx'
import { DayField } from '../kit/DayField.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { missingWords, reasonWords } from './words.ts'

type Round = 'first' | 'again'
type Parts = { readonly season: SeasonView; readonly areas: readonly SeasonAreaRow[]; readonly onClose: () => void }

/** What the decision would say, before anybody signs it: who, who not and why, who waits. */
export function DecideForm(parts: Parts) {
  const proposal = useAsk('season.proposal', { id: parts.season.id })
  return <Loaded of={proposal}>{view => <Deciding {...parts} proposal={view} />}</Loaded>
}

function Deciding({ season, areas, onClose, proposal }: Parts & { readonly proposal: ProposalView }) {
  const { today } = useSession()
  const [id] = useState(() => crypto.randomUUID())
  const [round, setRound] = useState<Round | null>(season.followsYears === 'recognition' ? 'first' : null)
  const { noun } = season
  const isAsked = (row: ProposedRow): boolean => round === null || row.round === round
  const recognised = proposal.recognised.filter(isAsked)
  const failed = proposal.failed.filter(isAsked)
  const heldBack = proposal.heldBack.filter(isAsked)
  const allOpen = proposal.open.filter(isAsked)
  const unlooked = allOpen.filter(waitsForLook)
  const open = allOpen.filter(row => !waitsForLook(row))
  const expected = (of: Round): string | null => proposal.issuers.find(({ rounds }) => rounds.includes(of))?.unitId ?? null
  const symbolOf = (unitId: string | null): string => proposal.issuers.find(issuer => issuer.unitId === unitId)?.symbol ?? 'QĐ-UBND'
  const doubtful: readonly string[] = open.filter(({ doubts }) => doubts.length > 0).map(row => row.id)
  const form = useCommand({
    name: 'season.decide',
    start: {
      on: today,
      symbol: symbolOf(expected('first')),
      total: null as number | null,
      acceptsOpen: false,
      openAccepted: '',
      openExcept: doubtful,
      lawChosen: '',
      issuerUnitId: expected('first') ?? season.holderUnitId,
    },
    toBody: ({ acceptsOpen, openAccepted, openExcept, ...values }) => ({
      ...values,
      id,
      seasonId: season.id,
      round,
      areaUnitIds: areas.map(({ areaUnitId }) => areaUnitId),
      openAccepted: acceptsOpen ? openAccepted : '',
      // Who waits is named, whether one of them or all.
      openExcept: acceptsOpen ? [...openExcept, ...unlooked.map(row => row.id)] : allOpen.map(row => row.id),
    }),
    onDone: async () => {
      onClose()
      await readAnew('season', 'document')
    },
  })
  const { acceptsOpen, openExcept, on, symbol, issuerUnitId } = form.values
  const draft = {
    seasonId: season.id,
    issuerUnitId,
    on,
    symbol,
    ...(round && { round }),
    ...(acceptsOpen && ({ open: 'recognise', except: openExcept.join(',') } as const)),
  }
  const doubt = lawDoubt(season, plainDate(on))
  const waiting = acceptsOpen ? openExcept.length : open.length
  const total = recognised.length + open.length - waiting
  return (
    <FormView form={form} submitLabel={`Ký quyết định cho ${total} ${noun}`} onCancel={onClose}>
      <p>
        <b>
          {total} {noun}
        </b>{' '}
        được công nhận, {failed.length} không, {heldBack.length} chờ trả lời ý kiến
        {waiting > 0 && `, ${waiting} còn điều chưa rõ`}
        {unlooked.length > 0 && `, ${unlooked.length} chờ rà soát căn cứ loại trừ`}
        {proposal.reachedOnly.length > 0 && `, ${proposal.reachedOnly.length} đạt trong năm và chưa đủ năm để công nhận`}.
      </p>
      <OwnFiles areas={areas} />
      <LooksAtGrounds areas={areas} unlooked={unlooked.length} season={season} />
      {proposal.places && (
        <p className="soft">
          Khen nhiều nhất {proposal.places.places}: {proposal.places.percent}% của {proposal.places.of} {noun} đủ năm liên tục (
          {proposal.places.clause}).
        </p>
      )}
      {round !== null && (
        <Radio.Group
          label="Lần công nhận"
          value={round}
          onChange={value => {
            const chosen = value === 'again' ? 'again' : 'first'
            setRound(chosen)
            form.set({ issuerUnitId: expected(chosen) ?? season.holderUnitId, symbol: symbolOf(expected(chosen)) })
          }}
        >
          <Group gap="lg">
            <Radio value="first" label="Lần đầu" />
            <Radio value="again" label="Công nhận lại" />
          </Group>
        </Radio.Group>
      )}
      {failed.length > 0 && (
        <Rows label="Không được công nhận">
          {failed.map(row => (
            <Row
              key={row.id}
              title={row.headName}
              second={[...new Set(row.reasons.map(({ code, clause }) => [reasonWords[code], clause].filter(Boolean).join(', ')))].join(
                '; ',
              )}
            />
          ))}
        </Rows>
      )}
      {open.length > 0 && (
        <>
          <Checkbox label={`Công nhận cả những trường hợp còn điều chưa rõ (${missingOf(open)})`} {...tick(form, 'acceptsOpen')} />
          {acceptsOpen && (
            <>
              <Textarea
                label="Vì sao"
                description="Bắt buộc; ghi vào quyết định và nhật ký"
                {...text(form, 'openAccepted')}
                autosize
                minRows={2}
              />
              <MultiSelect
                label="Trừ những trường hợp này, để xét sau"
                description="Chọn sẵn trường hợp có điều cần xem lại"
                data={open.map(row => ({ value: row.id, label: [row.headName, ...row.doubts.map(doubtWords)].join(' · ') }))}
                {...choices(form, 'openExcept')}
                searchable
                clearable
              />
            </>
          )}
        </>
      )}
      <NumberInput
        label={`Số ${noun} ghi trong quyết định`}
        description="Phải bằng số của danh sách"
        {...number(form, 'total')}
        w={240}
        hideControls
      />
      {proposal.issuers.length > 1 && (
        <Select
          label="Nơi quyết định"
          data={proposal.issuers.map(({ unitId, name, rounds }) => ({
            value: unitId,
            label: rounds.includes(round ?? 'first') ? `${name} (theo văn bản)` : name,
          }))}
          {...choice(form, 'issuerUnitId')}
          allowDeselect={false}
        />
      )}
      <DayField label="Ngày quyết định" {...choice(form, 'on')} w={200} />
      {doubt !== null && (
        <Textarea
          label="Vì sao theo văn bản của đợt"
          description={`${doubt}. Lý do ghi vào biểu tổng hợp và nhật ký`}
          {...text(form, 'lawChosen')}
          autosize
          minRows={2}
        />
      )}
      <TextInput label="Ký hiệu" description="Số lấy tiếp theo sổ văn bản đi" {...text(form, 'symbol')} w={200} />
      {total > 0 && openExcept.length <= mostExcepted && <DraftOfDecision wanted={draft} holderUnitId={season.holderUnitId} />}
    </FormView>
  )
}

/** No text that has been read forbids it: said here and in the trail. */
function OwnFiles({ areas }: Pick<Parts, 'areas'>) {
  const own = areas.filter(({ isOwn }) => isOwn)
  if (own.length === 0) return null
  const names = own.map(({ areaName }) => areaName)
  return (
    <p className="soft">
      Chính bạn đã trình hoặc thẩm định hồ sơ của {names.slice(0, 5).join(', ')}
      {names.length > 5 && ` và ${names.length - 5} nơi nữa`}. Chưa đọc thấy văn bản nào cấm nên vẫn ký được; nhật ký ghi rõ.
    </p>
  )
}

/** What the leader signs upon: where nobody has looked, and where the look ended before the year did. */
function LooksAtGrounds({ areas, season, unlooked }: Pick<Parts, 'areas' | 'season'> & { readonly unlooked: number }) {
  const early = areas.flatMap(({ grounds }) => (grounds?.endsEarly && grounds.last ? [grounds.last.upTo] : [])).toSorted()
  return (
    <>
      {unlooked > 0 && (
        <p className="soft">Ai chưa được rà soát căn cứ loại trừ thì chưa vào quyết định này: công chức rà soát rồi quyết định sau.</p>
      )}
      {early[0] && (
        <p className="soft">
          {early.length}/{areas.length} nơi mới rà soát căn cứ loại trừ đến {formatDay(early[0])}, chưa hết năm xét {season.year}.
        </p>
      )}
    </>
  )
}

function doubtWords({ code, figures }: Reason): string {
  return [reasonWords[code], figures['votes'] === undefined ? '' : `${figures['votes']}/${figures['of']}`].filter(Boolean).join(' ')
}

function missingOf(open: ProposalView['open']): string {
  return [
    ...new Set(
      open.flatMap(({ missing, doubts }) => [
        ...missing.map(({ code }) => missingWords[code]),
        ...doubts.map(({ code }) => reasonWords[code]),
      ]),
    ),
  ].join(', ')
}
