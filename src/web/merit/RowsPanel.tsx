import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { MeritRow } from '#contract/merit.ts'
import { holdersOf } from '#domain/merit/holders.ts'
import { measureDefinitions, measureWords } from '#domain/merit/merit-words.ts'
import type { ReasonCode } from '#domain/season/decision.ts'
import { reasonWords } from '#domain/season/season-words.ts'
import { ask } from '../api.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useUnits } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListExport } from '../kit/ListExport.tsx'
import { dayColumn, textColumn } from '../kit/list-sheet.ts'
import { Rows } from '../kit/Rows.tsx'
import { SidePanel } from '../kit/SidePanel.tsx'
import { HolderRow } from './HolderRow.tsx'
import type { FigureLook, Opened } from './useFigureLook.ts'

/** A spreadsheet is good for no more. */
const mostPages = 4000

const columns = [
  textColumn<MeritRow>('Tên', 32, ({ headName }) => headName),
  textColumn<MeritRow>('Mã hộ', 14, ({ code }) => code),
  textColumn<MeritRow>('Nơi', 28, ({ areaName }) => areaName),
  dayColumn<MeritRow>('Ngày', ({ onDay }) => onDay),
  textColumn<MeritRow>('Quyết định', 16, ({ decision }) => decision),
  textColumn<MeritRow>('Lý do', 40, ({ reasons }) => reasons?.map(code => reasonWords[code]).join(', ')),
]

/** The rows a number counts: names where the reader keeps the register, codes elsewhere. */
export function RowsPanel({ look, opened: { measure, unitId, reason } }: { look: FigureLook; opened: Opened }) {
  const params = { ...look.asked, unitId, measure, ...(reason && { reason }) }
  const page = (after: string) => ask('merit.rows', { ...params, ...(after !== '' && { after }) })
  const pages = useInfiniteQuery({
    queryKey: ['merit.rows', params],
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: '',
    getNextPageParam: answer => answer.next,
  })
  const unitName = useUnits().nameOf(unitId)
  const { word } = holdersOf(look.honour)
  const title = [measureWords[measure], reason && reasonWords[reason as ReasonCode], unitName].filter(Boolean).join(' · ')
  const about = useListAbout(look.honourName, `năm xét ${look.year}`, unitName)

  async function readAll(onProgress: (count: number) => void): Promise<readonly MeritRow[]> {
    const rows: MeritRow[] = []
    for (let after: string | null = '', at = 0; after !== null && at < mostPages; at++) {
      const answer: Awaited<ReturnType<typeof page>> = await page(after)
      rows.push(...answer.rows)
      onProgress(rows.length)
      after = answer.next
    }
    return rows
  }

  return (
    <SidePanel title={title} onClose={() => look.open(null)}>
      <p className="soft">
        {measureDefinitions[measure]}. {look.honourName}, năm xét {look.year}.
      </p>
      <Loaded of={{ ...pages, data: pages.data?.pages.flatMap(answer => answer.rows) }}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState title={`Không còn ${word} nào ở đây`}>Số liệu vừa đổi: đóng lại để thấy số mới.</EmptyState>
          ) : (
            <>
              <ListExport title={title} about={about} columns={columns} rows={readAll} />
              {rows.some(({ headName }) => headName === null) && (
                <p className="soft small">Chỉ người giữ sổ hộ ở nơi ấy thấy tên; ở đây thấy mã hộ.</p>
              )}
              <Rows label={`${word} được đếm`}>
                {rows.map(row => (
                  <HolderRow key={row.candidateId} row={row} />
                ))}
              </Rows>
              {pages.hasNextPage && (
                <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  Xem thêm
                </Button>
              )}
            </>
          )
        }
      </Loaded>
    </SidePanel>
  )
}
