import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import type { Gathering } from '#domain/season/meeting.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { FormView } from '../app/FormView.tsx'
import { keepAnswer, readAnew } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { GatherForm } from './GatherForm.tsx'
import { formWords, ruleWords, wayWords } from './words.ts'

/** The meeting counted as its parts come in; every number with what it is of and the clause that asks. */
export function Meeting({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const [isGathering, setGathering] = useState(false)
  const [striking, setStriking] = useState<Gathering | null>(null)
  const isAtMeeting = view.nextStep === 'meet'
  if (!isAtMeeting && view.gatherings.length === 0) return null
  const { count, gatherings, areaUnitId } = view
  const reached = count.candidates.filter(({ consent }) => consent?.isReached).length
  const asked = count.candidates.find(({ consent }) => consent)?.consent
  return (
    <Sheet
      title="Họp bình xét"
      actions={
        isAtMeeting && (
          <>
            <ButtonLink
              variant="subtle"
              to="/binh-xet/$seasonId/$areaUnitId/chieu"
              params={{ seasonId: view.season.id, areaUnitId }}
              search={{}}
            >
              Chiếu lên màn
            </ButtonLink>
            {may('season.gather', areaUnitId) && (
              <Button variant={gatherings.length === 0 ? 'filled' : 'default'} onClick={() => setGathering(true)}>
                Ghi cuộc họp
              </Button>
            )}
          </>
        )
      }
    >
      {gatherings.length === 0 ? (
        <p className="soft">Chưa ghi cuộc họp nào. Họp theo cụm và phát phiếu ghi thành từng phần, cộng lại tự động.</p>
      ) : (
        <>
          <Facts>
            <Fact label="Dự họp">
              <b>{count.present}</b>/{count.convened} người được triệu tập{' '}
              {count.quorum && <Chip tone={count.quorum.isReached ? 'done' : 'late'}>{count.quorum.isReached ? 'đủ' : 'chưa đủ'}</Chip>}
              {count.quorum && <span className="soft"> {ruleWords(count.quorum)}</span>}
            </Fact>
            {asked && (
              <Fact label="Đủ phiếu">
                <b>{reached}</b>/{count.candidates.length} {view.season.noun} <span className="soft">{ruleWords(asked)}</span>
              </Fact>
            )}
          </Facts>
          <Rows label="Các cuộc họp">
            {gatherings.map(gathering => (
              <Row
                key={gathering.id}
                title={`${formatDay(gathering.heldOn)}, ${gathering.place}`}
                second={[
                  formWords[gathering.form],
                  wayWords[gathering.way],
                  `${gathering.present}/${gathering.convened} người`,
                  gathering.absent.length > 0 && `vắng: ${gathering.absent.join(', ')}`,
                  gathering.list &&
                    `cả danh sách ${gathering.list.for} thuận, ${gathering.list.against} không, ${gathering.list.other} ý kiến khác`,
                  gathering.exceptions.length > 0 && `${gathering.exceptions.length} ${view.season.noun} có phiếu riêng`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                aside={
                  isAtMeeting &&
                  may('season.strikeGathering', areaUnitId) && (
                    <Button variant="subtle" color="late" onClick={() => setStriking(gathering)}>
                      Gạch bỏ…
                    </Button>
                  )
                }
              />
            ))}
          </Rows>
        </>
      )}
      <FormModal title="Ghi cuộc họp" isOpen={isGathering} onClose={() => setGathering(false)}>
        <GatherForm view={view} onClose={() => setGathering(false)} />
      </FormModal>
      <FormModal title="Gạch bỏ cuộc họp" isOpen={striking !== null} onClose={() => setStriking(null)}>
        {striking && <StrikeForm view={view} gathering={striking} onClose={() => setStriking(null)} />}
      </FormModal>
    </Sheet>
  )
}

function StrikeForm({ view, gathering, onClose }: { view: SeasonAreaView; gathering: Gathering; onClose: () => void }) {
  const form = useCommand({
    name: 'season.strikeGathering',
    start: { reason: '' },
    toBody: values => ({ ...values, id: gathering.id }),
    onDone: async answer => {
      onClose()
      keepAnswer('season.area', { seasonId: view.season.id, areaUnitId: view.areaUnitId }, answer)
      await readAnew('season')
    },
  })
  return (
    <FormView form={form} submitLabel="Gạch bỏ" tone="late" onCancel={onClose}>
      <p>Cuộc họp ngày {formatDay(gathering.heldOn)} không còn được tính; nhật ký vẫn giữ.</p>
      <TextInput label="Lý do" {...text(form, 'reason')} data-autofocus />
    </FormView>
  )
}
