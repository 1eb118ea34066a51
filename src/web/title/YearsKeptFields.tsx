import { Select } from '@mantine/core'
import { keepRules, keepWords, type ProvincialRules, type YearsKept } from '#domain/title/score-sheet.ts'
import classes from './law.module.css'

type Kept = ProvincialRules['yearsKept']

const whose = { household: 'Hộ', unit: 'Thôn, tổ dân phố, đơn vị' } as const satisfies Record<keyof Kept, string>
const happenings = { merger: 'sáp nhập', split: 'tách' } as const satisfies Record<keyof YearsKept, string>

/** Each question the province may answer, and what it says. */
function questionsOf(kept: Kept) {
  return (Object.keys(whose) as (keyof Kept)[]).flatMap(subject =>
    (Object.keys(happenings) as (keyof YearsKept)[]).map(happening => ({
      subject,
      happening,
      label: `${whose[subject]} ${happenings[happening]}`,
      keeps: kept[subject][happening],
    })),
  )
}

/** What the province has settled, in words; nothing where it is silent. */
export function saidOfYears(kept: Kept): { readonly label: string; readonly words: string }[] {
  return questionsOf(kept).flatMap(({ label, keeps }) =>
    keeps ? [{ label: `Năm liên tục, ${label.toLocaleLowerCase('vi')}`, words: keepWords[keeps] }] : [],
  )
}

/** Whether years in a row go on past a merger or a split: no text read says, so the province may. */
export function YearsKeptFields({ kept, onChange }: { kept: Kept; onChange: (kept: Kept) => void }) {
  return (
    <fieldset className={classes.sheet}>
      <legend>Năm liên tục khi tách, sáp nhập</legend>
      <p className="soft">Văn bản đọc được không nói. Để trống thì năm trước khi tách, sáp nhập là chưa rõ: không tính chắc, không loại.</p>
      <div className="pair">
        {questionsOf(kept).map(({ subject, happening, label, keeps }) => (
          <Select
            key={label}
            label={label}
            placeholder="chưa định"
            clearable
            data={keepRules.map(value => ({ value, label: keepWords[value] }))}
            value={keeps}
            onChange={value => onChange({ ...kept, [subject]: { ...kept[subject], [happening]: value } })}
          />
        ))}
      </div>
    </fieldset>
  )
}
