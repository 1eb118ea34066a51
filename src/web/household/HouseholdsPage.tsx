import { Button, Select, TextInput } from '@mantine/core'
import { Link, Outlet, useChildMatches } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type HouseholdRow, povertyWords } from '#contract/household.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { Screen } from '../app/Screen.tsx'
import { useMay } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Found } from '../kit/Found.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { ListHead } from '../kit/ListExport.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { HouseholdSums } from './HouseholdSums.tsx'
import { type HouseholdLook, povertyOptions, useHouseholdLook, useHouseholdPages } from './useHouseholdLook.ts'

/** The register of households: numbers for all who answer for the place, names for those who keep it. */
export function HouseholdsPage() {
  const look = useHouseholdLook()
  const may = useMay()
  const mayList = may('household.list', look.unitId)
  const openChild = useChildMatches().at(-1)
  const openId = (openChild?.params as { householdId?: string } | undefined)?.householdId
  const isWriting = openChild?.fullPath.endsWith('/ghi') ?? false
  const enter = may('household.enter', look.unitId) && !isWriting && (
    <ButtonLink to="/so-ho/ghi" search={true}>
      Ghi hộ
    </ButtonLink>
  )
  const load = may('household.import', look.unitId) && (
    <ButtonLink to="/so-ho/nhap" search={true} variant="default">
      Nạp danh sách
    </ButtonLink>
  )
  return (
    <Screen
      title="Sổ hộ"
      actions={
        <>
          {load}
          {enter}
        </>
      }
    >
      <ListDetail
        opened={openId}
        detail={openChild ? <Outlet /> : null}
        list={
          <div className="stack">
            <HouseholdSums look={look} isBesideList={mayList} />
            {mayList && <Filters look={look} />}
            {mayList && <HouseholdList look={look} openId={openId} enter={enter} />}
          </div>
        }
      />
    </Screen>
  )
}

function Filters({ look }: { look: HouseholdLook }) {
  const [typed, type] = useTyped(look.search, value => look.change({ tim: value || undefined }))
  return (
    <div className="filters" role="search">
      <TextInput
        label="Tìm"
        placeholder="họ tên chủ hộ, không cần dấu; hoặc mã hộ"
        value={typed}
        onChange={event => type(event.currentTarget.value)}
      />
      <Select
        label="Diện hộ"
        placeholder="mọi diện"
        data={povertyOptions}
        value={look.poverty ?? null}
        onChange={value => look.change({ dien: value ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': 'Bỏ lọc theo diện' }}
      />
      <DayField label="Vào ngày" value={look.on ?? null} onChange={day => look.change({ ngay: day ?? undefined })} />
    </div>
  )
}

function HouseholdList({ look, openId, enter }: { look: HouseholdLook; openId: string | undefined; enter: ReactNode }) {
  const pages = useHouseholdPages(look, true)
  return (
    <Loaded of={{ ...pages, data: pages.data?.pages.flatMap(page => page.rows) }}>
      {rows =>
        rows.length === 0 ? (
          <NoHouseholds look={look} enter={enter} />
        ) : (
          <>
            <ListHead words={`${rows.length.toLocaleString('vi')} hộ${pages.hasNextPage ? ' đầu danh sách' : ''}, theo tên chủ hộ`} />
            <Rows label="Hộ, theo tên chủ hộ">
              {rows.map(row => (
                <HouseholdLine key={row.householdId} row={row} search={look.search} isSelected={row.householdId === openId} />
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
  )
}

function NoHouseholds({ look, enter }: { look: HouseholdLook; enter: ReactNode }) {
  if (look.isNarrowed) return <EmptyState title="Không có hộ nào khớp">Thử bỏ bớt chữ hay diện hộ.</EmptyState>
  return (
    <EmptyState title="Sổ chưa có hộ nào" next={enter}>
      Ghi từng hộ ở đây, hoặc nạp cả danh sách .xlsx, .csv.
    </EmptyState>
  )
}

function HouseholdLine({ row, search, isSelected }: { row: HouseholdRow; search: string; isSelected: boolean }) {
  return (
    <Row
      isSelected={isSelected}
      title={
        <Link to="/so-ho/$householdId" params={{ householdId: row.householdId }} search={true}>
          <Found text={row.headName} search={search} />
        </Link>
      }
      second={[row.areaName, row.address, row.code && `mã ${row.code}`].filter(Boolean).join(' · ')}
      aside={
        <>
          {(row.poverty === 'poor' || row.poverty === 'nearPoor') && <Chip>{povertyWords[row.poverty]}</Chip>}
          <span>{row.memberCount === null ? 'chưa rõ số khẩu' : `${row.memberCount} khẩu`}</span>
        </>
      }
    />
  )
}
