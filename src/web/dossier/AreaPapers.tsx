import { Button, NumberInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { AreaPaperView } from '#contract/dossier.ts'
import type { SeasonAreaView } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { paperWords } from '#domain/dossier/paper-kinds.ts'
import { stepWords } from '#domain/title/title-words.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { AskForm } from './AskForm.tsx'
import { paperAddress } from './addresses.ts'

/** The papers of an area: each a click; what waits says for which step, what is missing is named. */
export function AreaPapers({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const { seasonId, areaUnitId } = { seasonId: view.season.id, areaUnitId: view.areaUnitId }
  const papers = useAsk('dossier.papers', { seasonId, areaUnitId }, { enabled: may('dossier.papers', areaUnitId) })
  const [isAsking, setAsking] = useState(false)
  const { events, candidates, opinions } = view
  const happened = `${events.length} ${candidates.length} ${opinions.length}`
  useEffect(() => {
    if (happened) void readAnew('dossier')
  }, [happened])
  if (!may('dossier.papers', areaUnitId)) return null
  return (
    <section className="stack-s" aria-labelledby="giay-to">
      <div className="row">
        <h2 id="giay-to">Giấy tờ</h2>
        {candidates.length > 0 && (
          <div className="to-end">
            <Button variant="default" onClick={() => setAsking(true)}>
              Lập hồ sơ trọn bộ…
            </Button>
          </div>
        )}
      </div>
      <Loaded of={papers}>
        {known => (
          <>
            <Rows label="Giấy tờ in được">
              {known.papers.map(paper => (
                <PaperRow
                  key={paper.code}
                  paper={paper}
                  area={{ seasonId, areaUnitId }}
                  hasAny={candidates.length > 0}
                  noun={view.season.noun}
                />
              ))}
            </Rows>
            <Gaps gaps={known.gaps} />
          </>
        )}
      </Loaded>
      <FormModal title="Lập hồ sơ trọn bộ" isOpen={isAsking} onClose={() => setAsking(false)}>
        <AskForm seasonId={seasonId} areaUnitIds={[areaUnitId]} onClose={() => setAsking(false)} />
      </FormModal>
    </section>
  )
}

type PaperParts = { paper: AreaPaperView; area: { readonly seasonId: string; readonly areaUnitId: string }; hasAny: boolean; noun: string }

function PaperRow({ paper, area, hasAny, noun }: PaperParts) {
  const { code, waitsFor, form, isEditable, keptOn } = paper
  const [copies, setCopies] = useState<number | string>(40)
  const isBallot = code === 'ballot'
  const wanted = { ...area, code, ...(isBallot && { copies: Number(copies) || 1 }) }
  const isReady = waitsFor === null && hasAny
  return (
    <Row
      title={
        isReady ? (
          <a href={paperAddress(wanted)} target="_blank" rel="noreferrer">
            {paperWords[code]}
          </a>
        ) : (
          paperWords[code]
        )
      }
      second={[formWords(form), keptOn && `in lần đầu ${formatDay(keptOn)}, in lại y nguyên`].filter(Boolean).join(' · ')}
      aside={
        <span className="row">
          {isBallot && isReady && (
            <NumberInput aria-label="Số phiếu" value={copies} onChange={setCopies} min={1} max={1000} suffix=" phiếu" w={120} />
          )}
          {waitsFor !== null && <Chip>chờ {stepWords[waitsFor].toLocaleLowerCase('vi')}</Chip>}
          {waitsFor === null && !hasAny && <Chip>chưa có {noun}</Chip>}
          {isReady && isEditable && (
            <a href={paperAddress({ ...wanted, format: 'docx' })} aria-label={`${paperWords[code]}, tệp Word`}>
              Word
            </a>
          )}
        </span>
      }
    />
  )
}

/** `Mẫu số 07`; one nobody has verified is named here and left off the paper. */
function formWords(form: AreaPaperView['form']): string | null {
  if (!form) return null
  return form.mayBePrinted ? `${form.number} (${form.clause})` : `số mẫu chưa xác minh nên không in: ${form.number}`
}

function Gaps({ gaps }: { gaps: readonly string[] }) {
  if (gaps.length === 0) return <p className="soft">Hồ sơ không thiếu gì.</p>
  return (
    <div className="stack-s">
      <h3>Hồ sơ còn thiếu</h3>
      <ul>
        {gaps.map(says => (
          <li key={says}>– {says}</li>
        ))}
      </ul>
    </div>
  )
}
