import { Button } from '@mantine/core'
import { useState } from 'react'
import { writeProvincialRules } from '#contract/score-sheet.ts'
import type { RulesView } from '#contract/title-law.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { lowerFirst } from '#domain/kit/text.ts'
import { authorityWords } from '#domain/title/authority.ts'
import { openedRules } from '#domain/title/blank-rules.ts'
import { traitWords } from '#domain/title/rule-book.ts'
import { ruleBookNamed } from '#domain/title/rule-books.ts'
import type { ExtraTitle, ScoreSheet, Scores } from '#domain/title/score-sheet.ts'
import { shareWords } from '#domain/title/title-words.ts'
import { FormModal } from '../app/FormModal.tsx'
import { useSession } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { keepFile } from '../kit/keep-file.ts'
import { Sheet } from '../kit/Rows.tsx'
import { sayRange } from '../org/words.ts'
import classes from './law.module.css'
import { honourWord, wordsOfLine } from './law-lines.ts'
import { ownSubjectWords } from './OwnTitleFields.tsx'
import { RulesForm } from './RulesForm.tsx'
import { ConfirmRulesForm, WithdrawRulesForm } from './RulesForms.tsx'
import { StepsSaid } from './StepsFields.tsx'
import { saidOfYears } from './YearsKeptFields.tsx'

type Doing = 'confirm' | 'withdraw' | 'follow'

/** A province's rules as they were adopted: who loaded them, who vouches for them, and every point they give. */
export function RulesSheet({ adopted }: { adopted: RulesView }) {
  const may = useMay()
  const { today } = useSession()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { rules, withdrawal, unitId } = adopted
  const close = (): void => setDoing(null)
  return (
    <Sheet
      title={`${rules.province}: ${rules.basis}`}
      actions={
        <Button
          variant="default"
          onClick={() => keepFile(writeProvincialRules(rules), { name: fileName(adopted), type: 'application/json' })}
        >
          Tải tệp
        </Button>
      }
    >
      <Facts>
        <Fact label="Hiệu lực">{sayRange(rules.valid)}</Fact>
        <Fact label="Áp dụng cho">{adopted.unitName} và cấp dưới</Fact>
        <Fact label="Nạp vào">
          {adopted.adoptedBy}, {formatDay(adopted.adoptedOn)}
        </Fact>
        <Fact label="Xác minh">
          {rules.confirmation ? `${rules.confirmation.by}, ${formatDay(rules.confirmation.on)}` : <Chip tone="soon">chưa xác minh</Chip>}
        </Fact>
        {withdrawal && (
          <Fact label="Đã rút">
            {withdrawal.by}, {formatDay(withdrawal.on)}: {withdrawal.reason}
          </Fact>
        )}
        {rules.levelNames.map(({ kind, level, titleName }) => (
          <Fact key={kind} label={`Gọi là ${level}`}>
            {titleName}
          </Fact>
        ))}
        {saidOfYears(rules.yearsKept).map(({ label, words }) => (
          <Fact key={label} label={label}>
            {words}
          </Fact>
        ))}
      </Facts>
      {!withdrawal && (
        <div className="row">
          {!rules.confirmation && may('title.confirmRules', unitId) && <Button onClick={() => setDoing('confirm')}>Xác minh…</Button>}
          {may('title.adoptRules', unitId) && (
            <Button variant="default" onClick={() => setDoing('follow')}>
              Soạn bản thay thế…
            </Button>
          )}
          {may('title.withdrawRules', unitId) && (
            <Button variant="subtle" color="late" onClick={() => setDoing('withdraw')}>
              Rút quy định…
            </Button>
          )}
        </div>
      )}
      {rules.sheets.map(sheet => (
        <Points key={sheet.ruleBooks.join()} sheet={sheet} />
      ))}
      {rules.extraTitles.map(title => (
        <section key={title.code} className={classes.section}>
          <h3>{title.name} (danh hiệu của tỉnh)</h3>
          <p className="soft">
            Dành cho {ownSubjectWords[title.subject]}; {authorityWords[title.authority]} quyết định
          </p>
          <ScoresTable scores={title} wordsOf={({ says }) => says ?? ''} />
          <StepsSaid steps={title.steps} />
          <p>{saidOfTitle(title)}</p>
        </section>
      ))}
      <FormModal title="Xác minh quy định của tỉnh" isOpen={doing === 'confirm'} onClose={close}>
        <ConfirmRulesForm adopted={adopted} onClose={close} />
      </FormModal>
      <FormModal title="Rút quy định của tỉnh" isOpen={doing === 'withdraw'} onClose={close}>
        <WithdrawRulesForm adopted={adopted} onClose={close} />
      </FormModal>
      <FormModal title="Soạn quy định thay thế" isOpen={doing === 'follow'} onClose={close}>
        <RulesForm start={{ ...openedRules(rules, today), valid: { from: today, until: null } }} unitId={unitId} onClose={close} />
      </FormModal>
    </Sheet>
  )
}

/** What else the province says of a title of its own, and what can be done with it. */
function saidOfTitle({ leastShare, mustRegister, paper, standsYears, steps }: ExtraTitle): string {
  return [
    leastShare !== null && `mỗi tiêu chuẩn từ ${leastShare}% điểm`,
    mustRegister && 'phải đăng ký',
    paper && `trao ${lowerFirst(paper.heading)}: ${paper.recipient} … ${paper.says} “…”`,
    standsYears !== null && `có giá trị ${standsYears} năm`,
    steps.length === 0 && 'chưa ghi các bước nên chưa mở đợt bình xét được',
  ]
    .filter(Boolean)
    .join('; ')
}

function Points({ sheet }: { sheet: ScoreSheet }) {
  const books = sheet.ruleBooks.flatMap(id => ruleBookNamed(id) ?? [])
  const [book] = books
  if (!book) return null
  const { leastShare, mustRegister, quorum, consent, authority } = sheet
  return (
    <section className={classes.section}>
      <h3>{honourWord(book.honour)}</h3>
      <p className="soft">theo {books.map(({ cites }) => cites.at(-1)).join('; ')}</p>
      {sheet.standards.length > 0 && <ScoresTable scores={sheet} wordsOf={line => wordsOfLine(book, line)} />}
      <StepsSaid steps={sheet.steps} />
      <p>
        {[
          leastShare !== null && `mỗi tiêu chuẩn từ ${leastShare}% điểm`,
          mustRegister !== null && (mustRegister ? 'phải đăng ký' : 'không buộc đăng ký'),
          quorum && `dự họp ${shareWords(quorum)}`,
          consent && `đồng ý ${shareWords(consent)}`,
          authority && `${authorityWords[authority]} quyết định`,
        ]
          .filter(Boolean)
          .join('; ')}
      </p>
    </section>
  )
}

function ScoresTable({
  scores: { standards, thresholds },
  wordsOf,
}: {
  scores: Scores
  wordsOf: (line: { code: string; says: string | null }) => string
}) {
  return (
    <table className={classes.pairs}>
      <thead>
        <tr>
          <th scope="col" className={classes.code}>
            Mã
          </th>
          <th scope="col">Nội dung</th>
          <th scope="col" className={classes.code}>
            Điểm
          </th>
        </tr>
      </thead>
      <tbody>
        {standards.flatMap(standard =>
          [standard, ...standard.criteria].map(line => (
            <tr key={line.code}>
              <th scope="row">{line.code}</th>
              <td>{line === standard ? <b>{wordsOf(line)}</b> : wordsOf(line)}</td>
              <td>{line.most}</td>
            </tr>
          )),
        )}
        {thresholds.map(({ code, traits, least }) => (
          <tr key={code}>
            <th scope="row">Đạt</th>
            <td>
              {traits.length > 0
                ? traits.map(trait => traitWords[trait]).join('; ')
                : thresholds.length > 1
                  ? 'những ai còn lại'
                  : 'mọi trường hợp'}
            </td>
            <td>từ {least}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function fileName({ rules }: RulesView): string {
  return `Quy định danh hiệu - ${`${rules.province} - ${rules.basis}`.replace(/[\\/:*?"<>|]/gu, ' ').trim()}.json`
}
