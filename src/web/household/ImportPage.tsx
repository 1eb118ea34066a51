import { getRouteApi, Link } from '@tanstack/react-router'
import { dayInVietnam, formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { OpenList } from './OpenList.tsx'
import { SendListForm } from './SendListForm.tsx'
import { sayListState, useList } from './useList.ts'

const route = getRouteApi('/frame/so-ho/nhap')

/** A list of households on its way into the register. It is read behind the back of the page, which may be left and come back to. */
export function ImportPage() {
  const { danh_sach: listId } = route.useSearch()
  const unitId = useUnitId()
  const may = useMay()
  if (!may('household.import', unitId))
    return (
      <Screen title="Nạp danh sách hộ">
        <EmptyState title="Danh sách do người giữ sổ nạp">Trưởng bản nạp của bản mình, công chức văn hóa nạp của xã mình.</EmptyState>
      </Screen>
    )
  return (
    <Screen title="Nạp danh sách hộ">
      <div className="stack">
        <PaneBack>
          <Link to="/so-ho" search={true}>
            Sổ hộ
          </Link>
        </PaneBack>
        {listId ? <FoundList key={listId} listId={listId} /> : <NewList unitId={unitId} />}
      </div>
    </Screen>
  )
}

function FoundList({ listId }: { listId: string }) {
  return <Loaded of={useList(listId)}>{list => <OpenList list={list} />}</Loaded>
}

function NewList({ unitId }: { unitId: string }) {
  const lists = useAsk('household.lists', { unitId })
  return (
    <>
      <SendListForm key={unitId} unitId={unitId} />
      <Loaded of={lists} rows={2}>
        {({ rows }) =>
          rows.length > 0 && (
            <Sheet title="Đã gửi">
              <Rows label="Danh sách đã gửi, mới nhất trước">
                {rows.map(list => (
                  <Row
                    key={list.id}
                    title={
                      <Link to="/so-ho/nhap" search={before => ({ ...before, danh_sach: list.id })}>
                        {list.fileName}
                      </Link>
                    }
                    second={`${list.receivedBy} gửi ngày ${formatDay(dayInVietnam(list.receivedAt))}${list.counts.added > 0 && list.state === 'taken' ? ` · ${formatNumber(list.counts.added)} hộ mới` : ''}`}
                    aside={sayListState(list)}
                  />
                ))}
              </Rows>
            </Sheet>
          )
        }
      </Loaded>
    </>
  )
}
