import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EvidenceList } from '#contract/figure-evidence.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { holdersOf } from '#domain/merit/holders.ts'
import { ask } from '../api.ts'
import { Loaded } from '../app/Loaded.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { HolderRow } from '../merit/HolderRow.tsx'

type Listed = { readonly unitId: string; readonly list: EvidenceList; readonly count: number }

/** Whose rows make the number: by name to those who may list them, to others how many and who keeps them. */
export function EvidenceRows({ unitId, list, count }: Listed) {
  const { of, on, keeper, isShown } = list
  const word = of.kind === 'holders' ? holdersOf(of.honour).word : of.kind === 'households' ? 'hộ' : 'đơn vị'
  if (!isShown)
    return (
      <p className="soft">
        {formatNumber(count)} {word}, danh sách do {keeper} giữ.
      </p>
    )
  if (of.kind === 'units')
    return (
      <Rows label={`${formatNumber(of.units.length)} ${word} được đếm`}>
        {of.units.map(unit => (
          <Row
            key={unit.unitId}
            title={
              <Link to="/don-vi/$unitId" params={{ unitId: unit.unitId }}>
                {unit.unitName}
              </Link>
            }
          />
        ))}
      </Rows>
    )
  return of.kind === 'households' ? <Households unitId={unitId} on={on} /> : <Holders unitId={unitId} on={on} of={of} word={word} />
}

function Holders({
  unitId,
  on,
  of: { honour, measure, reason, year },
  word,
}: {
  unitId: string
  on: EvidenceList['on']
  of: Extract<EvidenceList['of'], { kind: 'holders' }>
  word: string
}) {
  const params = { unitId, honour, measure, year, on, ...(reason && { reason }) }
  const pages = useInfiniteQuery({
    queryKey: ['merit.rows', params],
    queryFn: ({ pageParam }) => ask('merit.rows', { ...params, ...(pageParam !== '' && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: answer => answer.next,
  })
  return (
    <Loaded of={{ ...pages, data: pages.data?.pages.flatMap(answer => answer.rows) }}>
      {rows => (
        <Paged label={`${word} được đếm`} again={`${formatNumber(rows.length)} ${word}`} pages={pages}>
          {rows.map(row => (
            <HolderRow key={row.candidateId} row={row} />
          ))}
        </Paged>
      )}
    </Loaded>
  )
}

function Households({ unitId, on }: { unitId: string; on: EvidenceList['on'] }) {
  const params = { unitId, on, search: '' }
  const pages = useInfiniteQuery({
    queryKey: ['household.list', params],
    queryFn: ({ pageParam }) => ask('household.list', { ...params, ...(pageParam !== '' && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: answer => answer.next,
  })
  return (
    <Loaded of={{ ...pages, data: pages.data?.pages.flatMap(answer => answer.rows) }}>
      {rows => (
        <Paged label="hộ được đếm" again={`${formatNumber(rows.length)} hộ`} pages={pages}>
          {rows.map(({ householdId, headName, code, areaName }) => (
            <Row
              key={householdId}
              title={
                <Link to="/so-ho/$householdId" params={{ householdId }}>
                  {headName}
                </Link>
              }
              second={[code && `mã ${code}`, areaName].filter(Boolean).join(' · ')}
            />
          ))}
        </Paged>
      )}
    </Loaded>
  )
}

type Pages = { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => Promise<unknown> }

function Paged({ label, again, pages, children }: { label: string; again: string; pages: Pages; children: ReactNode }) {
  return (
    <>
      <Rows label={label}>{children}</Rows>
      {!pages.hasNextPage && <p className="soft">Đếm lại các dòng trên: {again}.</p>}
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Xem thêm
        </Button>
      )}
    </>
  )
}
