import type { HouseholdListImport } from '#contract/household-list.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Row, Rows } from '../kit/Rows.tsx'

type Parts = { readonly list: Pick<HouseholdListImport, 'counts' | 'examples' | 'state'> }

/** Every row is in exactly one of these. */
export function Counts({ list: { counts } }: Parts) {
  const { read, added, changed, differs, known, likely, wrong } = counts
  return (
    <Facts>
      <Fact label="Dòng trong danh sách">{formatNumber(read)}</Fact>
      <Fact label="Hộ mới">{formatNumber(added)}</Fact>
      <Fact label="Đúng như trong sổ">
        {formatNumber(known)} <span className="soft">· không ghi gì</span>
      </Fact>
      {changed > 0 && <Fact label="Đã ghi thay đổi">{formatNumber(changed)}</Fact>}
      {differs > 0 && <Fact label="Khác với sổ">{formatNumber(differs)}</Fact>}
      {likely > 0 && (
        <Fact label="Có thể trùng">
          {formatNumber(likely)} <span className="soft">· không tự gộp, để bạn xem</span>
        </Fact>
      )}
      {wrong > 0 && <Fact label="Phải sửa mới nạp được">{formatNumber(wrong)}</Fact>}
    </Facts>
  )
}

const kindWords = { differs: 'khác với sổ', likely: 'có thể trùng', wrong: 'phải sửa' } as const

/** What the numbers are about, some of each kind. */
export function Examples({ list: { examples } }: Parts) {
  const { aside, tones, tonePairs } = examples
  return (
    <>
      {tonePairs > 0 && (
        <p>
          {formatNumber(tonePairs)} cặp tên cùng nơi chỉ khác dấu, giữ là hai hộ: {tones.map(pair => pair.join(' và ')).join('; ')}
          {tonePairs > tones.length && '; …'}.
        </p>
      )}
      {aside.length > 0 && (
        <details>
          <summary>Vài dòng cần xem</summary>
          <Rows label="Vài dòng cần xem">
            {aside.map(({ line, kind, headName, reason }) => (
              <Row
                key={line}
                title={headName || `Dòng ${line}`}
                second={`dòng ${line}: ${reason}`}
                aside={<Chip tone="soon">{kindWords[kind]}</Chip>}
              />
            ))}
          </Rows>
        </details>
      )}
    </>
  )
}
