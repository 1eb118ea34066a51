import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { FormLine } from '#contract/indicator.ts'
import { inForce } from '#domain/calendar/date-range.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useOpening } from '../app/useOpening.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { BeginForm } from './BeginForm.tsx'
import { HouseForm } from './FormSheet.tsx'
import { OwnForm } from './OwnForm.tsx'

const route = getRouteApi('/frame/bao-cao/bieu')

/** The forms by which reports are asked: the one of the house, and those a unit has written for itself. */
export function FormsPage() {
  const unitId = useUnitId()
  const { bieu } = route.useSearch()
  const forms = useAsk('form.list', { unitId })
  const [isAdding, setAdding] = useOpening()
  const mayBegin = useMay()('form.begin', unitId)
  return (
    <Screen
      title="Biểu mẫu báo cáo"
      actions={
        <>
          <ButtonLink variant="default" to="/bao-cao/chi-tieu">
            Chỉ tiêu
          </ButtonLink>
          {mayBegin && <Button onClick={() => setAdding(true)}>Lập biểu riêng</Button>}
        </>
      }
    >
      <Loaded of={forms}>
        {lines => {
          const open = lines.find(({ key }) => key === bieu)
          return (
            <ListDetail
              opened={open?.key}
              list={
                <div className="stack">
                  <Rows label="Biểu mẫu">
                    {lines.map(line => (
                      <FormRow key={line.key} line={line} isOpen={line.key === bieu} />
                    ))}
                  </Rows>
                  {lines.length === 1 && (
                    <EmptyState title="Chưa có biểu riêng">
                      Cần hỏi thêm điều biểu chung không có thì lập biểu riêng từ biểu chung; đợt báo cáo cũ vẫn giữ biểu đã hỏi.
                    </EmptyState>
                  )}
                </div>
              }
              detail={
                open ? (
                  <div className="stack">
                    <PaneBack>
                      <Link to="/bao-cao/bieu">Tất cả biểu mẫu</Link>
                    </PaneBack>
                    {open.unitName === null ? <HouseForm line={open} /> : <OwnForm key={open.key} id={open.key} />}
                  </div>
                ) : null
              }
            />
          )
        }}
      </Loaded>
      <FormModal title="Lập biểu riêng" isOpen={isAdding} onClose={() => setAdding(false)}>
        <BeginForm unitId={unitId} forms={forms.data ?? []} onClose={() => setAdding(false)} />
      </FormModal>
    </Screen>
  )
}

function FormRow({ line, isOpen }: { line: FormLine; isOpen: boolean }) {
  const { today } = useSession()
  return (
    <Row
      isSelected={isOpen}
      title={
        <Link to="/bao-cao/bieu" search={before => ({ ...before, bieu: line.key, ban: undefined, sua: undefined })}>
          {line.name}
        </Link>
      }
      second={line.unitName ?? 'biểu chung của phần mềm'}
      aside={<InForce line={line} today={today} />}
    />
  )
}

function InForce({ line, today }: { line: FormLine; today: PlainDate }) {
  const version = inForce(line.versions, today)
  const next = line.versions.find(({ valid }) => valid.from !== null && valid.from > today)
  if (version) return <Chip tone="done">đang dùng bản {version.version}</Chip>
  if (next?.valid.from) return <Chip tone="soon">dùng từ {formatDay(next.valid.from)}</Chip>
  return <Chip>chưa ban hành</Chip>
}
