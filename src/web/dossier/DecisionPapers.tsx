import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SeasonView } from '#contract/season.ts'
import { decisionPaperCodes, paperWords } from '#domain/dossier/paper-kinds.ts'
import type { SeasonDecision } from '#domain/season/decision.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useMay } from '../app/units.ts'
import { AskForm } from './AskForm.tsx'
import { decisionPaperAddress, draftAddress } from './addresses.ts'

/** What a decision is printed on: the act with its list, what was found, who is handed a certificate. */
export function DecisionPapers({ decision, holderUnitId }: { decision: SeasonDecision; holderUnitId: string }) {
  const may = useMay()
  if (!may('dossier.printDecision', holderUnitId)) return null
  return (
    <span className="row">
      {decisionPaperCodes
        .filter(code => decision.recognised > 0 || code === 'appraisal')
        .map(code => (
          <span key={code} className="row">
            <a href={decisionPaperAddress({ decisionId: decision.id, code })} target="_blank" rel="noreferrer">
              {paperWords[code]}
            </a>
            {code === 'decision' && (
              <a
                href={decisionPaperAddress({ decisionId: decision.id, code, format: 'docx' })}
                aria-label={`${paperWords[code]}, tệp Word`}
              >
                (Word)
              </a>
            )}
          </span>
        ))}
    </span>
  )
}

type DraftParts = { wanted: Parameters<typeof draftAddress>[0]; holderUnitId: string; of?: string }

/** The decision as it would be signed now, to be read before it takes its number. */
export function DraftOfDecision({ wanted, holderUnitId, of = '' }: DraftParts) {
  const may = useMay()
  if (!may('dossier.draftDecision', holderUnitId)) return null
  return (
    <p className="row">
      <a href={draftAddress(wanted)} target="_blank" rel="noreferrer">
        {`Xem dự thảo quyết định ${of}`.trim()}
      </a>
      <a href={draftAddress({ ...wanted, format: 'docx' })} aria-label={`Dự thảo quyết định ${of}, tệp Word`.replace(' ,', ',')}>
        (Word)
      </a>
      <span className="soft">chưa lấy số, chưa ghi ngày</span>
    </p>
  )
}

/** Everything of a season, for the commune or whoever inspects it. */
export function SeasonDossier({ season }: { season: SeasonView }) {
  const may = useMay()
  const [isAsking, setAsking] = useState(false)
  if (!may('dossier.ask', season.holderUnitId)) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Lập hồ sơ cả đợt…
      </Button>
      <FormModal title="Lập hồ sơ cả đợt" isOpen={isAsking} onClose={() => setAsking(false)}>
        <AskForm seasonId={season.id} areaUnitIds={[]} onClose={() => setAsking(false)} />
      </FormModal>
    </>
  )
}
