import { Checkbox, Select } from '@mantine/core'
import { importFieldWords, povertyWords } from '#contract/household.ts'
import type { HouseholdListImport } from '#contract/household-list.ts'
import { type ImportField, importFields, readRow } from '#domain/household/import-row.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { choice, type Form, tick, useCommand } from '../app/useCommand.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'

type Columns = { readonly mapping: readonly (ImportField | null)[]; readonly isOldFont: boolean; readonly from: string }

const encodingWords = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } as const

/** What each column is, as it was guessed; changed by hand, the first rows show at once what they become. */
export function ListColumnsForm({ list }: { list: HouseholdListImport }) {
  const { today } = useSession()
  const { look, reading } = list
  const form = useCommand<'household.tryList', Columns>({
    name: 'household.tryList',
    start: { mapping: reading?.mapping ?? look.mapping, isOldFont: look.encoding !== null, from: reading?.from ?? today },
    toBody: ({ isOldFont, ...values }) => ({ ...values, id: list.id, headerAt: look.headerAt, encoding: isOldFont ? look.encoding : null }),
    onDone: () => readAnew('household'),
  })
  return (
    <Sheet title="Cột nào là gì">
      <FormView form={form} submitLabel="Xem trước">
        <Rows label="Các cột của tệp">
          {look.headers.map((header, at) => (
            <ColumnRow
              key={`${at}${header}`}
              at={at}
              header={header}
              samples={look.samples.flatMap(cells => cells[at] || [])}
              form={form}
            />
          ))}
        </Rows>
        {look.encoding && (
          <Checkbox
            label={`Tệp gõ theo bảng mã cũ ${encodingWords[look.encoding]}: đổi sang Unicode như các dòng dưới đây`}
            {...tick(form, 'isOldFont')}
          />
        )}
        <FirstRows list={list} mapping={form.values.mapping} />
        <DayField label="Đúng vào ngày" description="Ngày danh sách nói tới: hộ mới vào sổ từ ngày này" {...choice(form, 'from')} w={280} />
      </FormView>
    </Sheet>
  )
}

type ColumnParts = { readonly at: number; readonly header: string; readonly samples: readonly string[]; readonly form: Form<Columns> }

function ColumnRow({ at, header, samples, form }: ColumnParts) {
  const { mapping } = form.values
  const name = header || `Cột ${at + 1}`
  /** A field is told by one column only. */
  function choose(value: string | null): void {
    const field = importFields.find(known => known === value) ?? null
    form.set({ mapping: mapping.map((told, i) => (i === at ? field : told === field ? null : told)) })
  }
  return (
    <Row
      title={name}
      second={samples.slice(0, 3).join(' · ')}
      aside={
        <Select
          aria-label={`“${name}” là gì`}
          data={importFields.map(value => ({ value, label: importFieldWords[value] }))}
          value={mapping[at] ?? null}
          onChange={choose}
          placeholder="bỏ qua"
          clearable
          clearButtonProps={{ 'aria-label': `Bỏ qua “${name}”` }}
          w={220}
        />
      }
    />
  )
}

/** By the rule that reads the whole list. */
function FirstRows({ list, mapping }: { list: HouseholdListImport; mapping: Columns['mapping'] }) {
  return (
    <>
      <h3>Các dòng đầu sẽ thành</h3>
      <Rows label="Các dòng đầu sẽ thành">
        {list.look.samples.map((cells, at) => {
          const read = readRow(cells, mapping)
          if (!read.ok)
            return (
              <Row key={at} title={read.told.headName || `Dòng ${at + 1}`} second={read.reason} aside={<Chip tone="soon">cần xem</Chip>} />
            )
          const { headName, code, communeName, areaName, address, memberCount, poverty } = read.row
          const told = [areaName, communeName, address, code && `mã ${code}`].filter(Boolean).join(', ')
          return (
            <Row
              key={at}
              title={headName}
              second={told}
              aside={[
                memberCount === null ? 'chưa rõ số khẩu' : `${memberCount} khẩu`,
                poverty ? povertyWords[poverty] : 'chưa rõ diện',
              ].join(' · ')}
            />
          )
        })}
      </Rows>
    </>
  )
}
