import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import type { FigureFormPart, NarrativePart, TablePart } from '#domain/indicator/figure-form.ts'
import type { Dictionary } from '#domain/indicator/indicator.ts'
import { plainFilter } from '../kit/plain-filter.ts'
import { indicatorChoices, shareChoices } from './choices.ts'
import { GridFields } from './GridFields.tsx'
import { choicesOf, formLevelWords, narrativeRoleWords, narrativeSourceWords } from './words.ts'

type Change<Part> = { readonly part: Part; readonly dictionary: Dictionary; readonly onChange: (part: FigureFormPart) => void }

/** What one part asks, of whom. */
export function PartFields({ part, dictionary, onChange }: Change<FigureFormPart>) {
  return (
    <>
      <TextInput label="Tên phần" value={part.heading} onChange={event => onChange({ ...part, heading: event.currentTarget.value })} />
      <Checkbox.Group label="Cấp phải báo cáo phần này" value={[...part.owedBy]} onChange={levels => onChange({ ...part, owedBy: levels })}>
        <div className="row">
          {choicesOf(formLevelWords).map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      {part.kind === 'narrative' ? (
        <NarrativeFields part={part} onChange={onChange} />
      ) : (
        <TableFields part={part} dictionary={dictionary} onChange={onChange} />
      )}
    </>
  )
}

function NarrativeFields({ part, onChange }: Omit<Change<NarrativePart>, 'dictionary'>) {
  return (
    <>
      <Textarea
        label="Yêu cầu ghi"
        autosize
        minRows={2}
        value={part.asks}
        onChange={event => onChange({ ...part, asks: event.currentTarget.value })}
      />
      <Select
        label="Khi tổng hợp, dùng làm"
        data={choicesOf(narrativeRoleWords)}
        value={part.role}
        allowDeselect={false}
        onChange={role => role && onChange({ ...part, role, source: role === 'account' ? part.source : null })}
      />
      {part.role === 'account' && (
        <Select
          label="Gợi ý lời từ"
          description="Đưa ra cho người viết phần này; lấy hay không là do người viết."
          placeholder="Không gợi ý"
          clearable
          data={choicesOf(narrativeSourceWords)}
          value={part.source}
          onChange={source => onChange({ ...part, source })}
        />
      )}
    </>
  )
}

function TableFields({ part, dictionary, onChange }: Change<TablePart>) {
  const { layout } = part
  const indicators = indicatorChoices(dictionary)
  return (
    <>
      {layout.type === 'list' ? (
        <MultiSelect
          label="Chỉ tiêu, theo thứ tự trong bảng"
          searchable
          filter={plainFilter}
          nothingFoundMessage="Không có chỉ tiêu này"
          data={indicators}
          value={[...layout.codes]}
          onChange={codes => onChange({ ...part, layout: { type: 'list', codes } })}
        />
      ) : (
        <GridFields layout={layout} indicators={indicators} onChange={changed => onChange({ ...part, layout: changed })} />
      )}
      <MultiSelect
        label="Tỷ lệ tính bên cạnh"
        description="Cả tử số và mẫu số phải được hỏi ở cùng cấp."
        searchable
        filter={plainFilter}
        nothingFoundMessage="Không có tỷ lệ này"
        data={shareChoices(dictionary)}
        value={part.ratios.map(({ code, baseCode }) => `${code} ${baseCode}`)}
        onChange={chosen =>
          onChange({
            ...part,
            ratios: chosen.map(each => {
              const [code = '', baseCode = ''] = each.split(' ')
              return { code, baseCode }
            }),
          })
        }
      />
    </>
  )
}
