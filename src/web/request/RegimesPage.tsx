import { Button } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type RegimeView, regimeItemWords } from '#contract/regime.ts'
import { contains } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { capitalise } from '#domain/kit/text.ts'
import { regimeItems } from '#domain/request/regime.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useOpening } from '../app/useOpening.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Fact, Facts, Missing } from '../kit/Facts.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { RegimeForm } from './RegimeForm.tsx'
import { sayPeriods, sayRemark, sayValid } from './regime-words.ts'
import { kindWords } from './request-words.ts'

const route = getRouteApi('/frame/bao-cao/che-do')

/** The standing rules of who reports what to whom: those of a unit and of all above it, with what each leaves unsaid. */
export function RegimesPage() {
  const unitId = useUnitId()
  const { mo } = route.useSearch()
  const maySet = useMay()('request.setRegime', unitId)
  const regimes = useAsk('request.regimes', { unitId })
  const [isAdding, setAdding] = useOpening()
  const add = maySet && <Button onClick={() => setAdding(true)}>Ghi chế độ báo cáo</Button>
  return (
    <Screen title="Chế độ báo cáo" actions={regimes.data && regimes.data.length > 0 && add}>
      <Loaded of={regimes}>
        {all => {
          const open = all.find(({ id }) => id === mo)
          if (all.length === 0)
            return (
              <EmptyState title="Chưa ghi chế độ báo cáo nào" next={add}>
                Văn bản nào bắt đơn vị cấp dưới báo cáo thì ghi ở đây: mười một mục, văn bản đặt ra, dùng từ ngày nào. Mỗi đợt báo cáo định
                kỳ lấy lại từ đó.
              </EmptyState>
            )
          return (
            <ListDetail
              opened={open?.id}
              list={
                <Rows label="Chế độ báo cáo">
                  {all.map(regime => (
                    <RegimeRow key={regime.id} regime={regime} isOpen={regime.id === mo} />
                  ))}
                </Rows>
              }
              detail={open ? <RegimeSheet key={open.id} regime={open} /> : null}
            />
          )
        }}
      </Loaded>
      <FormModal title="Ghi chế độ báo cáo" isOpen={isAdding && maySet} onClose={() => setAdding(false)}>
        <RegimeForm unitId={unitId} onClose={() => setAdding(false)} />
      </FormModal>
    </Screen>
  )
}

function RegimeRow({ regime, isOpen }: { regime: RegimeView; isOpen: boolean }) {
  const { today } = useSession()
  const { id, items, remarks, unitName, kind } = regime
  return (
    <Row
      isSelected={isOpen}
      title={
        <Link to="/bao-cao/che-do" search={before => ({ ...before, mo: id })}>
          {items.name}
        </Link>
      }
      second={`${unitName} · ${kindWords[kind]} · ${sayValid(regime)}`}
      aside={
        <>
          <Standing regime={regime} today={today} />
          {remarks.length > 0 && <Chip tone="soon">{remarks.length} nhận xét</Chip>}
        </>
      }
    />
  )
}

function Standing({ regime: { valid }, today }: { regime: RegimeView; today: PlainDate }) {
  if (contains(valid, today)) return <Chip tone="done">đang dùng</Chip>
  return <Chip>{valid.from !== null && valid.from > today ? 'chưa đến ngày' : 'đã hết'}</Chip>
}

function RegimeSheet({ regime }: { regime: RegimeView }) {
  const navigate = useNavigate()
  const maySet = useMay()('request.setRegime', regime.unitId)
  const [isReplacing, setReplacing] = useState(false)
  const { items, basis, dueWorkingDays, remarks, kind, byName } = regime
  return (
    <>
      <PaneBack>
        <Link to="/bao-cao/che-do" search={before => ({ ...before, mo: undefined })}>
          Về danh sách
        </Link>
      </PaneBack>
      <Sheet
        title={items.name}
        actions={
          maySet && (
            <Button variant="default" onClick={() => setReplacing(true)}>
              Thay từ một ngày…
            </Button>
          )
        }
      >
        {remarks.length > 0 && (
          <Notice tone="soon">
            <ul>
              {remarks.map(remark => (
                <li key={sayRemark(remark)}>{sayRemark(remark)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Facts>
          <Fact label="Loại báo cáo">{capitalise(kindWords[kind])}</Fact>
          <Fact label="Hiệu lực">{capitalise(sayValid(regime))}</Fact>
          <Fact label="Văn bản quy định">
            {basis ? `${documentKinds[basis.kind].name}: ${basis.citation}` : <Missing>chưa ghi</Missing>}
          </Fact>
          {regimeItems
            .filter(item => item !== 'name')
            .map(item => (
              <Fact key={item} label={regimeItemWords[item]}>
                {items[item] ? <span className="prose">{items[item]}</span> : <Missing>chưa ghi</Missing>}
              </Fact>
            ))}
          <Fact label="Kỳ báo cáo">{sayPeriods(regime) || <Missing>chưa chọn</Missing>}</Fact>
          <Fact label="Hạn gửi tính theo lịch">{dueWorkingDays} ngày làm việc sau ngày chốt số liệu</Fact>
          <Fact label="Người ghi">{byName}</Fact>
        </Facts>
      </Sheet>
      <FormModal title={`Thay: ${items.name}`} isOpen={isReplacing} onClose={() => setReplacing(false)}>
        <RegimeForm
          unitId={regime.unitId}
          before={regime}
          onClose={() => setReplacing(false)}
          onSaved={id => void navigate({ to: '/bao-cao/che-do', search: search => ({ ...search, mo: id }) })}
        />
      </FormModal>
    </>
  )
}
