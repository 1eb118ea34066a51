import { Button, TextInput } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DictionaryView } from '#contract/indicator.ts'
import { formatDay, isPlainDate } from '#domain/calendar/plain-date.ts'
import { dictionaryOn, type Indicator, type Ratio } from '#domain/indicator/indicator.ts'
import { searchKey } from '#domain/kit/text.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { DayField } from '../kit/DayField.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { DefineIndicatorForm } from './DefineIndicatorForm.tsx'
import { DefineShareForm } from './DefineShareForm.tsx'
import { additionWords, sourceWords } from './words.ts'

const route = getRouteApi('/frame/bao-cao/chi-tieu')

/** Everything that is counted on a day: of the house, and of the unit beside it. */
export function IndicatorsPage() {
  const unitId = useUnitId()
  const dictionary = useAsk('indicator.list', { unitId })
  const may = useMay()
  const [adding, setAdding] = useState<'indicator' | 'share' | null>(null)
  const close = (): void => setAdding(null)
  return (
    <Screen
      title="Chỉ tiêu"
      actions={
        <>
          <ButtonLink variant="default" to="/bao-cao/bieu">
            Biểu mẫu
          </ButtonLink>
          {may('indicator.defineShare', unitId) && (
            <Button variant="default" onClick={() => setAdding('share')}>
              Đặt tỷ lệ
            </Button>
          )}
          {may('indicator.define', unitId) && <Button onClick={() => setAdding('indicator')}>Đặt chỉ tiêu</Button>}
        </>
      }
    >
      <Loaded of={dictionary}>{view => <Known view={view} />}</Loaded>
      <FormModal title="Đặt chỉ tiêu của đơn vị" isOpen={adding === 'indicator'} onClose={close}>
        {dictionary.data && <DefineIndicatorForm unitId={unitId} dictionary={dictionary.data.dictionary} onClose={close} />}
      </FormModal>
      <FormModal title="Đặt tỷ lệ của đơn vị" isOpen={adding === 'share'} onClose={close}>
        {dictionary.data && <DefineShareForm unitId={unitId} dictionary={dictionary.data.dictionary} onClose={close} />}
      </FormModal>
    </Screen>
  )
}

function Known({ view }: { view: DictionaryView }) {
  const { tim, ngay } = route.useSearch()
  const { today } = useSession()
  const navigate = useNavigate()
  const on = ngay && isPlainDate(ngay) ? ngay : today
  const { indicators, ratios } = dictionaryOn(view.dictionary, on)
  const words = searchKey(tim ?? '').split(' ')
  const isSought = ({ name, code }: { name: string; code: string }): boolean =>
    words.every(word => searchKey(`${name} ${code}`).includes(word))
  const counts = indicators.filter(isSought)
  const shares = ratios.filter(isSought)
  const byWhom = (code: string): string | undefined => view.own.findLast(each => each.code === code && each.from <= on)?.byName
  return (
    <div className="stack">
      <div className="filters">
        <TextInput
          label="Tìm"
          placeholder="tên hoặc mã"
          value={tim ?? ''}
          onChange={event => {
            const sought = event.currentTarget.value
            void navigate({ to: '.', search: before => ({ ...before, tim: sought || undefined }), replace: true })
          }}
        />
        <DayField
          label="Chỉ tiêu của ngày"
          value={on}
          onChange={day => day && void navigate({ to: '.', search: before => ({ ...before, ngay: day }), replace: true })}
        />
      </div>
      {counts.length + shares.length === 0 && (
        <EmptyState title="Không có chỉ tiêu nào như vậy">Tìm theo tên hoặc mã; ngày {formatDay(on)}.</EmptyState>
      )}
      {counts.length > 0 && (
        <Rows label="Chỉ tiêu">
          {counts.map(indicator => (
            <IndicatorRow key={indicator.code} indicator={indicator} byName={byWhom(indicator.code)} />
          ))}
        </Rows>
      )}
      {shares.length > 0 && (
        <section className="stack-s">
          <h2>Tỷ lệ</h2>
          <Rows label="Tỷ lệ">
            {shares.map(share => (
              <ShareRow key={share.code} share={share} byName={byWhom(share.code)} />
            ))}
          </Rows>
        </section>
      )}
    </div>
  )
}

function IndicatorRow({ indicator, byName }: { indicator: Indicator; byName: string | undefined }) {
  const { name, code, unit, definition, addition, source } = indicator
  return (
    <Row
      title={name}
      second={
        <>
          {definition} Đơn vị đếm: {unit}; {additionWords[addition]}; {sourceWords[source.from]}. Mã {code}.
        </>
      }
      aside={<Whose byName={byName} />}
    />
  )
}

function ShareRow({ share, byName }: { share: Ratio; byName: string | undefined }) {
  return (
    <Row
      title={share.name}
      second={`Trên ${share.bases.map(({ name }) => name).join(' hoặc ')}; luôn tính từ hai số đếm, không nhập. Mã ${share.code}.`}
      aside={<Whose byName={byName} />}
    />
  )
}

function Whose({ byName }: { byName: string | undefined }) {
  return byName ? <Chip tone="cham">của đơn vị, {byName} đặt</Chip> : null
}
