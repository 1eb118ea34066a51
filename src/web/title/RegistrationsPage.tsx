import { Button, Checkbox } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RegistrationRow, RegistrationsView } from '#contract/title.ts'
import { formatDay, yearOf } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { roundWords } from '#domain/title/registration.ts'
import { useListAbout } from '../app/all-rows.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useDocumentOptions } from '../document/useDocumentOptions.ts'
import { Chip } from '../kit/Chip.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { Switch } from '../kit/Switch.tsx'
import { RegisterForm, WithdrawForm } from './RegistrationForms.tsx'
import { RegistrationSums } from './RegistrationSums.tsx'
import { registrationColumns } from './registration-columns.ts'

const route = getRouteApi('/frame/danh-hieu')

/** Who registered for the title of a year; units are registered here, one or many at once. */
export function RegistrationsPage() {
  const unitId = useUnitId()
  const { nam } = route.useSearch()
  const { today } = useSession()
  const navigate = useNavigate()
  const year = nam && /^2[01]\d\d$/u.test(nam) ? nam : String(yearOf(today))
  const view = useAsk('title.registrations', { unitId, year })
  const years = Array.from({ length: 6 }, (_, back) => String(yearOf(today) + 1 - back))
  return (
    <Screen
      title="Danh hiệu"
      actions={
        <>
          <ButtonLink variant="default" to="/binh-xet" search={{}}>
            Bình xét
          </ButtonLink>
          <ButtonLink variant="default" to="/so-ho" search={{}}>
            Sổ hộ
          </ButtonLink>
          <ButtonLink variant="default" to="/danh-hieu/so-lieu" search={{}}>
            Số liệu
          </ButtonLink>
          <ButtonLink variant="default" to="/danh-hieu/quy-dinh" search={{}}>
            Quy định
          </ButtonLink>
        </>
      }
      parts={
        <span>
          <Switch
            label="Năm"
            value={year}
            shown={`năm ${year}`}
            options={years.map(value => ({ value, label: `Năm ${value}` }))}
            onChange={chosen => void navigate({ to: '.', search: before => ({ ...before, nam: chosen }) })}
          />
        </span>
      }
    >
      <Loaded of={view}>{answer => <Registrations key={`${unitId}:${year}`} unitId={unitId} view={answer} />}</Loaded>
    </Screen>
  )
}

function Registrations({ unitId, view }: { unitId: string; view: RegistrationsView }) {
  const may = useMay()
  const [chosenIds, setChosenIds] = useState<readonly string[]>([])
  const [registering, setRegistering] = useState<readonly RegistrationRow[] | null>(null)
  const [withdrawing, setWithdrawing] = useState<RegistrationRow | null>(null)
  const open = view.units.filter(row => !row.registration && may('title.register', row.unitId))
  const chosen = open.filter(row => chosenIds.includes(row.unitId))
  const documents = useDocumentOptions(unitId)
  const about = useListAbout(`danh hiệu “${view.titleName}”`)
  const choose = (id: string, isChosen: boolean): void =>
    setChosenIds(before => (isChosen ? [...before, id] : before.filter(other => other !== id)))
  const rowParts = {
    documentName: (id: string) => documents.find(({ value }) => value === id)?.label,
    onRegister: (row: RegistrationRow) => setRegistering([row]),
    onWithdraw: setWithdrawing,
  }
  if (!view.own && view.units.length === 0)
    return (
      <EmptyState
        title={`Ngày ${formatDay(view.on)}, ở đây không có cơ quan, đơn vị nào để ghi đăng ký`}
        next={
          <ButtonLink to="/binh-xet" search={{}}>
            Tới Bình xét
          </ButtonLink>
        }
      >
        Hộ gia đình, bản, thôn, tổ dân phố được xét ở mục Bình xét. Trang này ghi đăng ký của cơ quan, phòng, ban: chọn một cơ quan ở dòng
        trên cùng.
      </EmptyState>
    )
  return (
    <div className="stack">
      <RegistrationSums view={view} />
      <ListHead words={`${view.units.length} đơn vị trực thuộc`}>
        <ListExport
          title={`Đăng ký danh hiệu năm ${view.year}`}
          about={about}
          columns={registrationColumns}
          rows={async () => [...(view.own ? [view.own] : []), ...view.units]}
        />
      </ListHead>
      {view.units.length > 0 && (
        <section className="stack-s" aria-labelledby="don-vi-ben-duoi">
          <div className="row">
            <h2 id="don-vi-ben-duoi">Đơn vị trực thuộc</h2>
            {chosen.length > 0 && (
              <Button className="to-end" onClick={() => setRegistering(chosen)}>
                Ghi đăng ký cho {chosen.length} đơn vị
              </Button>
            )}
          </div>
          {open.length > 1 && (
            <Checkbox
              label={`Chọn cả ${open.length} đơn vị chưa đăng ký`}
              checked={chosen.length === open.length}
              indeterminate={chosen.length > 0 && chosen.length < open.length}
              onChange={event => setChosenIds(event.currentTarget.checked ? open.map(row => row.unitId) : [])}
            />
          )}
          <Rows label={`Đăng ký năm ${view.year}`}>
            {view.units.map(row => (
              <RegistrationLine
                key={row.unitId}
                row={row}
                {...rowParts}
                {...(open.length > 1 && open.includes(row) && { isChosen: chosen.includes(row), onChoose: choose })}
              />
            ))}
          </Rows>
        </section>
      )}
      {view.own && (
        <section className="stack-s" aria-labelledby="chinh-don-vi">
          <h2 id="chinh-don-vi">Chính đơn vị này</h2>
          <Rows label="Đăng ký của chính đơn vị">
            <RegistrationLine row={view.own} {...rowParts} />
          </Rows>
        </section>
      )}
      <FormModal title={`Ghi đăng ký danh hiệu năm ${view.year}`} isOpen={registering !== null} onClose={() => setRegistering(null)}>
        {registering && <RegisterForm view={view} unitId={unitId} rows={registering} onClose={() => setRegistering(null)} />}
      </FormModal>
      <FormModal title="Rút đăng ký" isOpen={withdrawing !== null} onClose={() => setWithdrawing(null)}>
        {withdrawing?.registration && (
          <WithdrawForm name={withdrawing.unitName} registration={withdrawing.registration} onClose={() => setWithdrawing(null)} />
        )}
      </FormModal>
    </div>
  )
}

type LineParts = {
  readonly row: RegistrationRow
  readonly isChosen?: boolean
  readonly onChoose?: (unitId: string, isChosen: boolean) => void
  readonly documentName: (id: string) => string | undefined
  readonly onRegister: (row: RegistrationRow) => void
  readonly onWithdraw: (row: RegistrationRow) => void
}

/** One unit: registered with its round, day and paper, or waiting to be. */
function RegistrationLine({ row, isChosen = false, onChoose, documentName, onRegister, onWithdraw }: LineParts) {
  const may = useMay()
  const { unitId, unitName, registration } = row
  if (!registration)
    return (
      <Row
        title={
          onChoose ? (
            <Checkbox label={unitName} checked={isChosen} onChange={event => onChoose(unitId, event.currentTarget.checked)} />
          ) : (
            unitName
          )
        }
        aside={
          <>
            <span>chưa đăng ký</span>
            {may('title.register', unitId) && (
              <Button variant="subtle" aria-label={`Ghi đăng ký: ${unitName}`} onClick={() => onRegister(row)}>
                Ghi đăng ký
              </Button>
            )}
          </>
        }
      />
    )
  const paper = registration.documentId === null ? null : (documentName(registration.documentId) ?? 'có văn bản kèm')
  return (
    <Row
      title={<b>{unitName}</b>}
      second={[`Ngày ${formatDay(registration.registeredOn)}`, paper, registration.note || null, `${registration.recordedBy} ghi`]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <Chip tone="done">{capitalise(roundWords[registration.round])}</Chip>
          {may('title.withdraw', unitId) && (
            <Button variant="subtle" color="late" aria-label={`Rút đăng ký: ${unitName}`} onClick={() => onWithdraw(row)}>
              Rút…
            </Button>
          )}
        </>
      }
    />
  )
}
