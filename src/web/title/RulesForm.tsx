import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { writeProvincialRules } from '#contract/score-sheet.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { filledRules } from '#domain/title/blank-rules.ts'
import { ruleBookNamed } from '#domain/title/rule-books.ts'
import { addPoints, nothingSaidOfYears, type ProvincialRules, type ScoredLine, type ScoreSheet } from '#domain/title/score-sheet.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useCommand } from '../app/useCommand.ts'
import { DayField } from '../kit/DayField.tsx'
import classes from './law.module.css'
import { honourWord, wordsOfLine } from './law-lines.ts'
import { OwnTitlesFields } from './OwnTitleFields.tsx'
import { StepsFields } from './StepsFields.tsx'
import { YearsKeptFields } from './YearsKeptFields.tsx'

type RulesFormParts = { start: ProvincialRules; unitId: string; onClose: () => void }

/** A province's rules entered on the screen: from the text, line by line; what is left empty stays the law's. */
export function RulesForm({ start, unitId, onClose }: RulesFormParts) {
  const [id] = useState(() => crypto.randomUUID())
  const form = useCommand({
    name: 'title.adoptRules',
    start: { rules: start },
    toBody: ({ rules }) => ({ id, unitId, text: writeProvincialRules(filledRules(rules)) }),
    draft: `title.adoptRules:${unitId}`,
    onDone: async () => {
      onClose()
      await readAnew('title')
    },
  })
  const { rules } = form.values
  const change = (patch: Partial<ProvincialRules>): void => form.set({ rules: { ...rules, ...patch } })
  return (
    <FormView form={form} submitLabel="Đưa vào áp dụng" onCancel={onClose}>
      <div className="pair">
        <TextInput label="Tỉnh" value={rules.province} onChange={event => change({ province: event.currentTarget.value })} data-autofocus />
        <TextInput
          label="Căn cứ"
          description="Số, ký hiệu văn bản của tỉnh"
          value={rules.basis}
          onChange={event => change({ basis: event.currentTarget.value })}
        />
        <DayField
          label="Có hiệu lực từ ngày"
          value={rules.valid.from}
          w={180}
          onChange={day => change({ valid: { ...rules.valid, from: day as PlainDate | null } })}
        />
      </div>
      {rules.sheets.map((sheet, at) => (
        <SheetFields
          key={sheet.ruleBooks.join()}
          sheet={sheet}
          onChange={changed => change({ sheets: rules.sheets.map((other, i) => (i === at ? changed : other)) })}
        />
      ))}
      <OwnTitlesFields titles={rules.extraTitles} onChange={extraTitles => change({ extraTitles })} />
      <YearsKeptFields kept={rules.yearsKept} onChange={yearsKept => change({ yearsKept })} />
    </FormView>
  )
}

/** The points of one title; those left at nought are not sent. */
function SheetFields({ sheet, onChange }: { sheet: ScoreSheet; onChange: (sheet: ScoreSheet) => void }) {
  const book = ruleBookNamed(sheet.ruleBooks[0] ?? '')
  if (!book) return null
  const total = addPoints(filledRules({ ...emptyOf(sheet) }).sheets[0]?.standards.map(({ most }) => most) ?? [])
  const setLine = (standardCode: string, code: string, most: number): void =>
    onChange({
      ...sheet,
      standards: sheet.standards.map(standard =>
        standard.code !== standardCode
          ? standard
          : code === standardCode
            ? { ...standard, most }
            : { ...standard, criteria: standard.criteria.map(line => (line.code === code ? { ...line, most } : line)) },
      ),
    })
  return (
    <fieldset className={classes.sheet}>
      <legend>
        {honourWord(book.honour)}, {sheet.ruleBooks.map(id => ruleBookNamed(id)?.cites.at(-1)).join('; ')}
      </legend>
      {sheet.standards.map(standard => {
        const inCriteria = addPoints(standard.criteria.map(({ most }) => most))
        return (
          <div key={standard.code}>
            <Points
              line={standard}
              says={wordsOfLine(book, standard)}
              value={inCriteria > 0 ? inCriteria : standard.most}
              isSum={inCriteria > 0}
              onChange={most => setLine(standard.code, standard.code, most)}
            />
            {standard.criteria.map(line => (
              <Points
                key={line.code}
                line={line}
                says={wordsOfLine(book, line)}
                value={line.most}
                isUnder
                onChange={most => setLine(standard.code, line.code, most)}
              />
            ))}
          </div>
        )
      })}
      {book.steps.length === 0 && (
        <StepsFields
          way={sheet}
          about="Trình tự trong văn bản của trung ương chưa đọc được. Tỉnh có văn bản thì ghi các bước đúng như văn bản ấy; để trống thì chưa mở đợt được."
          onChange={way => onChange({ ...sheet, ...way })}
        />
      )}
      {book.scoring?.kind === 'points' && (
        <p className="soft" aria-live="polite">
          {total === 0 ? 'Chưa nhập điểm: danh hiệu này để nguyên theo luật.' : `Cộng ${total} điểm, phải là 100.`}
        </p>
      )}
      {sheet.thresholds.map(({ code, traits, least }, at) => (
        <NumberInput
          key={code}
          label={traits.length === 0 ? 'Ngưỡng đạt (điểm)' : `Ngưỡng ${code} (điểm)`}
          w={180}
          min={0}
          value={least === 0 ? '' : least}
          onChange={value =>
            onChange({
              ...sheet,
              thresholds: sheet.thresholds.map((other, i) => (i === at ? { ...other, least: Number(value) || 0 } : other)),
            })
          }
        />
      ))}
    </fieldset>
  )
}

type PointsParts = {
  line: ScoredLine
  says: string
  value: number
  isSum?: boolean
  isUnder?: boolean
  onChange: (most: number) => void
}

function Points({ line, says, value, isSum = false, isUnder = false, onChange }: PointsParts) {
  return (
    <label className={classes.points} data-under={isUnder || undefined}>
      <span className="soft">{line.code}</span>
      <span>{says}</span>
      <NumberInput
        aria-label={`Điểm tối đa ${line.code}`}
        w={88}
        min={0}
        decimalScale={2}
        hideControls
        readOnly={isSum}
        variant={isSum ? 'unstyled' : 'default'}
        value={value === 0 ? '' : value}
        onChange={typed => onChange(Number(typed) || 0)}
      />
    </label>
  )
}

function emptyOf(sheet: ScoreSheet): ProvincialRules {
  return {
    province: '',
    basis: '',
    valid: { from: null, until: null },
    confirmation: null,
    levelNames: [],
    extraTitles: [],
    sheets: [sheet],
    yearsKept: nothingSaidOfYears,
  }
}
