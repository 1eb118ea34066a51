import { useState } from 'react'
import type { LawView } from '#contract/title-law.ts'
import type { RuleBook } from '#domain/title/rule-book.ts'
import type { Sourced } from '#domain/title/sourced.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useMay } from '../app/units.ts'
import { Sheet } from '../kit/Rows.tsx'
import { ConfirmForm, WithdrawConfirmationForm } from './ConfirmationForms.tsx'
import { FactText } from './FactText.tsx'
import classes from './law.module.css'
import { type LawLine, type LawSection, sectionsOf } from './law-lines.ts'

type SheetParts = { book: RuleBook; law: LawView; unitId: string }

/** One rule book whole; who may, answers here for what is not verified. */
export function RuleBookSheet({ book, law, unitId }: SheetParts) {
  const may = useMay()
  const [asked, setAsked] = useState<Sourced<unknown> | null>(null)
  const [withdrawnId, setWithdrawnId] = useState<string | null>(null)
  const standing = law.standing.find(confirmation => confirmation.id === withdrawnId)
  const say = (line: LawLine | null) =>
    line?.sayings.map((saying, i) => {
      const confirmation = law.standing.find(({ factKey }) => factKey === saying.fact?.key)
      return (
        <FactText
          key={saying.fact?.key ?? i}
          saying={saying}
          confirmation={confirmation}
          onConfirm={may('title.confirmLaw', unitId) ? setAsked : undefined}
          onWithdraw={confirmation && may('title.withdrawConfirmation', confirmation.unitId) ? setWithdrawnId : undefined}
        />
      )
    })
  return (
    <Sheet title={`${book.name}, ${book.cites.join(', ')}`}>
      {sectionsOf(book).map(section => (
        <Section key={section.title} section={section} say={say} />
      ))}
      <FormModal title="Xác minh quy định" isOpen={asked !== null} onClose={() => setAsked(null)}>
        {asked && <ConfirmForm fact={asked} unitId={unitId} onClose={() => setAsked(null)} />}
      </FormModal>
      <FormModal title="Rút xác minh" isOpen={standing !== undefined} onClose={() => setWithdrawnId(null)}>
        {standing && <WithdrawConfirmationForm confirmation={standing} onClose={() => setWithdrawnId(null)} />}
      </FormModal>
    </Sheet>
  )
}

function Section({ section, say }: { section: LawSection; say: (line: LawLine) => React.ReactNode }) {
  return (
    <section className={classes.section}>
      <h3>{section.title}</h3>
      {section.remark && <p className="soft">{section.remark}</p>}
      {section.lines.every(line => line.label === '') ? (
        <ul>
          {section.lines.map((line, i) => (
            <li key={i} className={classes.line}>
              {say(line)}
            </li>
          ))}
        </ul>
      ) : (
        <dl>
          {section.lines.map((line, i) => (
            <div key={`${line.label}:${i}`} className={classes.line} data-depth={line.depth || undefined}>
              <dt>{line.label}</dt>
              <dd>{say(line)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
