import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type OrgUnitView, orgUnitKindWords } from '#contract/org.ts'
import { type RightName, rights } from '#contract/rights.ts'
import { may } from '#domain/account/access.ts'
import { allInForce } from '#domain/calendar/date-range.ts'
import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { isPlace } from '#domain/org/place-trait.ts'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { PaneBack } from '../kit/PaneBack.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { EndForm, type Ending, endings, endingWords, openAppointments, openMandates, openTraits } from './EndForm.tsx'
import { Headcounts } from './Headcounts.tsx'
import { PastAndKin } from './PastAndKin.tsx'
import { People } from './People.tsx'
import { AddPositionForm, AppointForm, MandateForm } from './PeopleForms.tsx'
import { SuccessionForm } from './SuccessionForm.tsx'
import { sayTrait, TraitForm } from './TraitForm.tsx'
import { HeadcountForm, VersionForm } from './UnitForms.tsx'
import { UnitHistory } from './UnitHistory.tsx'
import { UnitPapers } from './UnitPapers.tsx'
import { sayRange } from './words.ts'

const route = getRouteApi('/frame/don-vi/$unitId')
const listRoute = getRouteApi('/frame/don-vi')

export function UnitPage() {
  const { unitId } = route.useParams()
  const { ngay } = listRoute.useSearch()
  const { today } = useSession()
  const on = ngay && isPlainDate(ngay) ? ngay : today
  const unit = useAsk('org.unit', { unitId, on })
  return <Loaded of={unit}>{view => <OpenUnit key={view.unitId} view={view} />}</Loaded>
}

type Asking = 'version' | 'trait' | 'below' | 'headcount' | 'position' | 'appoint' | 'mandate' | 'succession' | Ending | null

function OpenUnit({ view }: { view: OrgUnitView }) {
  const { actor } = useSession()
  const [asking, setAsking] = useState<Asking>(null)
  const close = (): void => setAsking(null)
  const unitPath = view.path.map(unit => unit.unitId) // also of a unit that is not in the tree of today
  const ask = (what: Exclude<Asking, null>, right: RightName, words: string): ReactNode =>
    may(actor, rights[right], { unitPath }) && (
      <Button variant="subtle" onClick={() => setAsking(what)}>
        {words}
      </Button>
    )
  const { version } = view
  const traits = allInForce(view.traits, view.on)
  return (
    <div className="stack">
      <PaneBack>
        <Link to="/don-vi" search={true}>
          Cây đơn vị
        </Link>
      </PaneBack>
      <Sheet
        title={version?.name ?? view.versions.at(-1)?.name ?? 'Đơn vị'}
        actions={
          <>
            {version && isPlace(version.kind) && ask('trait', 'org.addTrait', 'Ghi đặc điểm địa bàn')}
            {openTraits(view).length > 0 && ask('org.endTrait', 'org.endTrait', 'Kết thúc đặc điểm')}
            {ask('below', 'org.addVersion', 'Thêm đơn vị trực thuộc')}
            {ask('version', 'org.addVersion', 'Thêm phiên bản')}
          </>
        }
      >
        {version ? (
          <Facts>
            <Fact label="Loại">{capitalise(orgUnitKindWords[version.kind])}</Fact>
            <Fact label="Thuộc">
              {[...view.path]
                .slice(1)
                .map(({ name }) => name)
                .join(', ') || 'cấp cao nhất trong hệ thống'}
            </Fact>
            {version.namedAfterPerson && <Fact label="Tên gọi">Đặt theo tên danh nhân: viết kèm loại đơn vị khi nêu địa danh</Fact>}
            {version.code && <Fact label="Mã">{version.code}</Fact>}
            {traits.length > 0 && <Fact label="Đặc điểm địa bàn">{traits.map(trait => sayTrait(trait, view)).join('; ')}</Fact>}
            <Fact label="Hiệu lực">{sayRange(version.valid)}</Fact>
            {version.functions && <Fact label="Chức năng, nhiệm vụ">{version.functions}</Fact>}
            <Fact label="Căn cứ">{version.source}</Fact>
            <Fact label="Danh hiệu">
              <Link to="/danh-hieu/qua-cac-nam/don-vi/$unitId" params={{ unitId: view.unitId }}>
                Danh hiệu qua các năm
              </Link>
            </Fact>
          </Facts>
        ) : (
          <p className="soft">Đơn vị không có vào ngày {formatDay(view.on)}: xem các phiên bản bên dưới.</p>
        )}
      </Sheet>
      <UnitHistory unitId={view.unitId} on={view.on} />
      {(version || view.headcounts.length > 0) && (
        <Headcounts view={view} action={version && ask('headcount', 'org.setHeadcount', 'Ghi số người')} />
      )}
      <People
        view={view}
        actions={
          <>
            {ask('position', 'org.addPosition', 'Thêm chức vụ')}
            {view.positions.length > 0 && ask('appoint', 'org.appoint', 'Bổ nhiệm')}
            {view.positions.length > 0 && ask('mandate', 'org.mandate', 'Giao quyền ký')}
            {openAppointments(view).length > 0 && ask('org.endAppointment', 'org.endAppointment', 'Kết thúc bổ nhiệm')}
            {openMandates(view).length > 0 && ask('org.endMandate', 'org.endMandate', 'Kết thúc quyền ký')}
          </>
        }
      />
      <UnitPapers view={view} />
      <PastAndKin view={view} action={ask('succession', 'org.recordSuccession', 'Ghi sáp nhập, chia tách')} />
      <FormModal title="Thêm phiên bản của đơn vị" isOpen={asking === 'version'} onClose={close}>
        <VersionForm view={view} onClose={close} />
      </FormModal>
      <FormModal title="Thêm đơn vị trực thuộc" isOpen={asking === 'below'} onClose={close}>
        <VersionForm view={view} isNewBelow onClose={close} />
      </FormModal>
      <FormModal title="Ghi đặc điểm địa bàn" isOpen={asking === 'trait'} onClose={close}>
        <TraitForm unitId={view.unitId} onClose={close} />
      </FormModal>
      <FormModal title="Ghi số người" isOpen={asking === 'headcount'} onClose={close}>
        <HeadcountForm unitId={view.unitId} onClose={close} />
      </FormModal>
      <FormModal title="Thêm chức vụ" isOpen={asking === 'position'} onClose={close}>
        <AddPositionForm unitId={view.unitId} onClose={close} />
      </FormModal>
      <FormModal title="Bổ nhiệm" isOpen={asking === 'appoint'} onClose={close}>
        <AppointForm view={view} onClose={close} />
      </FormModal>
      {endings.map(name => (
        <FormModal key={name} title={endingWords[name].submit} isOpen={asking === name} onClose={close}>
          <EndForm view={view} name={name} onClose={close} />
        </FormModal>
      ))}
      <FormModal title="Ghi sáp nhập, chia tách" isOpen={asking === 'succession'} onClose={close}>
        <SuccessionForm view={view} onClose={close} />
      </FormModal>
      <FormModal title="Giao quyền ký" isOpen={asking === 'mandate'} onClose={close}>
        <MandateForm view={view} onClose={close} />
      </FormModal>
    </div>
  )
}
