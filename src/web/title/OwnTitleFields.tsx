import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { type OwnSubject, ownSubjects } from '#domain/title/own-honour.ts'
import { addPoints, type ExtraTitle, type OwnPaper, type ScoredStandard } from '#domain/title/score-sheet.ts'
import classes from './law.module.css'
import { StepsFields } from './StepsFields.tsx'

export const ownSubjectWords: Record<OwnSubject, string> = {
  household: 'hộ gia đình',
  residentialArea: 'bản, thôn, tổ dân phố',
  commune: 'xã, phường, đặc khu',
  office: 'cơ quan, đơn vị, doanh nghiệp',
  clan: 'dòng họ, nhóm ghi trong sổ đơn vị',
}

const blankPaper: OwnPaper = { heading: '', recipient: '', says: '' }

function blankTitle(code: string): ExtraTitle {
  return {
    code,
    name: '',
    subject: 'household',
    authority: 'communeChair',
    mustRegister: null,
    standards: [],
    thresholds: [],
    leastShare: null,
    steps: [],
    paper: null,
    standsYears: null,
  }
}

type Parts = { titles: readonly ExtraTitle[]; onChange: (titles: readonly ExtraTitle[]) => void }

/** Titles the province adds to those of the law, each sentence as its text has it: nothing is proposed here. */
export function OwnTitlesFields({ titles, onChange }: Parts) {
  const put = (at: number, changed: ExtraTitle): void => onChange(titles.map((title, i) => (i === at ? changed : title)))
  return (
    <fieldset className={classes.sheet}>
      <legend>Danh hiệu của tỉnh</legend>
      <p className="soft">
        Danh hiệu tỉnh đặt thêm, như dòng họ văn hóa: ghi đúng lời văn bản của tỉnh. Có các bước và người khác xác minh thì mở đợt bình xét
        được; số liệu tính riêng, không cộng vào danh hiệu nào của luật.
      </p>
      {titles.map((title, at) => (
        <OwnTitle
          // biome-ignore lint/suspicious/noArrayIndexKey: a title has no name of its own until it is typed
          key={at}
          title={title}
          onChange={changed => put(at, changed)}
          onRemove={() => onChange(titles.filter(other => other !== title))}
        />
      ))}
      <Button variant="default" onClick={() => onChange([...titles, blankTitle(`DH${titles.length + 1}`)])}>
        Thêm danh hiệu
      </Button>
    </fieldset>
  )
}

function OwnTitle({ title, onChange, onRemove }: { title: ExtraTitle; onChange: (title: ExtraTitle) => void; onRemove: () => void }) {
  const change = (patch: Partial<ExtraTitle>): void => onChange({ ...title, ...patch })
  const changePaper = (patch: Partial<OwnPaper>): void => change({ paper: { ...blankPaper, ...title.paper, ...patch } })
  const [threshold] = title.thresholds
  const total = addPoints(title.standards.map(({ most }) => most))
  return (
    <fieldset className={`${classes.step} stack-s`}>
      <legend>{title.name || 'Danh hiệu mới'}</legend>
      <div className="pair">
        <TextInput label="Tên danh hiệu" value={title.name} onChange={event => change({ name: event.currentTarget.value })} />
        <TextInput label="Mã" value={title.code} onChange={event => change({ code: event.currentTarget.value })} />
        <Select
          label="Dành cho"
          data={ownSubjects.map(value => ({ value, label: ownSubjectWords[value] }))}
          value={title.subject}
          allowDeselect={false}
          onChange={value => value && change({ subject: value })}
        />
      </div>
      {title.standards.map(standard => (
        <StandardFields
          key={standard.code}
          standard={standard}
          onChange={changed => change({ standards: title.standards.map(other => (other === standard ? changed : other)) })}
          onRemove={() => change({ standards: title.standards.filter(other => other !== standard) })}
        />
      ))}
      <div className="row">
        <Button variant="default" size="compact-sm" onClick={() => change({ standards: [...title.standards, nextStandard(title)] })}>
          Thêm tiêu chuẩn
        </Button>
        <span className="soft" aria-live="polite">
          Cộng {total} điểm, phải là 100.
        </span>
      </div>
      <div className="pair">
        <NumberInput
          label="Ngưỡng đạt (điểm)"
          min={0}
          value={threshold?.least ?? ''}
          onChange={value => change({ thresholds: value === '' ? [] : [{ code: 'chung', traits: [], least: Number(value) }] })}
        />
        <NumberInput
          label="Mỗi tiêu chuẩn ít nhất (%)"
          min={0}
          max={100}
          value={title.leastShare ?? ''}
          onChange={value => change({ leastShare: value === '' ? null : Number(value) })}
        />
        <NumberInput
          label="Có giá trị (năm)"
          description="Để trống: đến khi bị thu hồi"
          min={1}
          value={title.standsYears ?? ''}
          onChange={value => change({ standsYears: Number(value) || null })}
        />
      </div>
      <Checkbox
        label="Phải đăng ký mới được xét"
        checked={title.mustRegister === true}
        onChange={event => change({ mustRegister: event.currentTarget.checked })}
      />
      <StepsFields
        way={title}
        about="Ghi các bước đúng như văn bản của tỉnh; để trống thì chưa mở đợt được."
        onChange={({ steps, authority }) => change({ steps, authority: authority ?? title.authority })}
      />
      <div className="pair">
        <TextInput
          label="Trao giấy"
          placeholder="như tỉnh gọi"
          value={title.paper?.heading ?? ''}
          onChange={event => changePaper({ heading: event.currentTarget.value })}
        />
        <TextInput
          label="Trên tên người nhận"
          value={title.paper?.recipient ?? ''}
          onChange={event => changePaper({ recipient: event.currentTarget.value })}
        />
        <TextInput
          label="Trước tên danh hiệu"
          value={title.paper?.says ?? ''}
          onChange={event => changePaper({ says: event.currentTarget.value })}
        />
      </div>
      <Button variant="subtle" color="late" size="compact-sm" onClick={onRemove}>
        Bỏ danh hiệu {title.name}
      </Button>
    </fieldset>
  )
}

type StandardParts = { standard: ScoredStandard; onChange: (standard: ScoredStandard) => void; onRemove: () => void }

function StandardFields({ standard, onChange, onRemove }: StandardParts) {
  const { code, says, most } = standard
  return (
    <div className="pair">
      <TextInput
        label={`Tiêu chuẩn ${code}`}
        value={says ?? ''}
        onChange={event => onChange({ ...standard, says: event.currentTarget.value })}
      />
      <NumberInput
        label={`Điểm tối đa ${code}`}
        min={0}
        value={most === 0 ? '' : most}
        onChange={value => onChange({ ...standard, most: Number(value) || 0 })}
      />
      <Button variant="subtle" color="late" size="compact-sm" onClick={onRemove}>
        Bỏ tiêu chuẩn {code}
      </Button>
    </div>
  )
}

function nextStandard({ standards }: ExtraTitle): ScoredStandard {
  const number = 1 + Math.max(0, ...standards.map(({ code }) => Number(code) || 0))
  return { code: String(number), most: 0, says: '', criteria: [] }
}
