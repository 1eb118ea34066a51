import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { DrawnItem, DrawnView } from '#contract/signal.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { drawnWords, recheckWords } from '#domain/signal/sample.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay } from '../app/units.ts'
import { drawAddress } from '../dossier/addresses.ts'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { ListExport } from '../kit/ListExport.tsx'
import { dayColumn, textColumn } from '../kit/list-sheet.ts'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { FindingForm, nameOf, RecheckGrid } from './RecheckForms.tsx'
import { amongWords, checkedWords, recheckTones } from './words.ts'

const route = getRouteApi('/frame/dau-hieu/mau/$drawId')

/** One lot: on whom it fell, village by village, what was found at each, and what that says of all. */
export function DrawnPage() {
  const { drawId } = route.useParams()
  const drawn = useAsk('signal.drawn', { id: drawId })
  const view = drawn.data
  const may = useMay()
  return (
    <Screen
      title="Mẫu kiểm lại"
      actions={
        view && (
          <>
            {may('dossier.printDraw', view.unitId) && (
              <Button component="a" variant="default" href={drawAddress({ drawId })} target="_blank" rel="noreferrer">
                In danh sách
              </Button>
            )}
            <ButtonLink variant="default" to="/dau-hieu" search={{ dot: view.seasonId }}>
              Cả đợt
            </ButtonLink>
          </>
        )
      }
      parts={view && <span>{`${view.bookName} năm ${view.year}`}</span>}
    >
      <Loaded of={drawn}>{opened => <DrawnOf view={opened} />}</Loaded>
    </Screen>
  )
}

function DrawnOf({ view }: { view: DrawnView }) {
  const may = useMay()
  const [finding, setFinding] = useState<DrawnItem | null>(null)
  const [isTyping, setTyping] = useState(false)
  const { estimate, what, seed, on, byName, margin, areas, isSameAgain } = view
  const noun = drawnWords[what]
  const isChecked = estimate.checked + estimate.unreached === estimate.drawn
  return (
    <div className="stack">
      <Sheet
        title={`${formatNumber(estimate.drawn)}/${formatNumber(estimate.population)} ${noun}`}
        actions={
          <>
            <Export view={view} />
            {may('signal.recheck', view.unitId) && (
              <Button variant={isChecked ? 'default' : 'filled'} onClick={() => setTyping(true)}>
                Nhập danh sách đã kiểm
              </Button>
            )}
          </>
        }
      >
        <Facts>
          <Fact label="Kết quả">{checkedWords(estimate, what)}</Fact>
          {amongWords(estimate, what) && <Fact label={isChecked ? 'Ước tính' : 'Tạm tính'}>{amongWords(estimate, what)}</Fact>}
          <Fact label="Rút">
            {formatDay(on)}, {byName}
            {margin !== null && `, sai số ${formatNumber(margin)} điểm phần trăm`}
          </Fact>
          <Fact label="Hạt giống">
            {seed}{' '}
            <span className="soft">
              ·{' '}
              {isSameAgain
                ? 'vừa rút lại, ra đúng mẫu này'
                : 'rút lại không ra mẫu này: kết quả công nhận đã bị sửa sau khi rút, báo quản trị'}
            </span>
          </Fact>
          <Fact label="Tự rút lại">
            <span className="soft">
              Lấy SHA-256 của “hạt giống:mã {noun}” cho từng {noun}; mỗi bản lấy những mã có giá trị nhỏ nhất, đủ số của bản.
            </span>
          </Fact>
        </Facts>
      </Sheet>
      {areas
        .filter(area => area.drawn > 0)
        .map(({ areaUnitId, areaName, population, drawn }) => (
          <section key={areaUnitId} className="stack-s" aria-label={areaName}>
            {what === 'households' && (
              <h2>
                {areaName} <span className="soft">{`${formatNumber(drawn)}/${formatNumber(population)} hộ`}</span>
              </h2>
            )}
            <Rows label={areaName}>
              {view.items
                .filter(item => item.areaUnitId === areaUnitId)
                .map(item => (
                  <ItemLine key={item.itemId} view={view} item={item} onFind={() => setFinding(item)} />
                ))}
            </Rows>
          </section>
        ))}
      <FormModal title="Nhập danh sách đã kiểm" isOpen={isTyping} onClose={() => setTyping(false)}>
        <RecheckGrid view={view} onClose={() => setTyping(false)} />
      </FormModal>
      <FormModal title="Ghi kết quả kiểm" isOpen={finding !== null} onClose={() => setFinding(null)}>
        {finding && <FindingForm drawId={view.id} item={finding} onClose={() => setFinding(null)} />}
      </FormModal>
    </div>
  )
}

function ItemLine({ view, item, onFind }: { view: DrawnView; item: DrawnItem; onFind: () => void }) {
  const may = useMay()
  const { outcome, address } = item
  const found = outcome && [`${formatDay(outcome.on)}, ${outcome.byName}`, outcome.says].filter(Boolean).join(': ')
  return (
    <Row
      title={nameOf(item)}
      second={[address, found].filter(Boolean).join(' · ')}
      aside={
        <>
          {outcome ? <Chip tone={recheckTones[outcome.outcome]}>{recheckWords[outcome.outcome]}</Chip> : <Chip>chưa kiểm</Chip>}
          {may('signal.recheck', view.unitId) && (
            <Button size="compact-sm" variant="subtle" onClick={onFind} aria-label={`Ghi kết quả kiểm: ${nameOf(item)}`}>
              {outcome ? 'Ghi lại' : 'Ghi kết quả'}
            </Button>
          )}
        </>
      }
    />
  )
}

function Export({ view }: { view: DrawnView }) {
  return (
    <ListExport<DrawnItem>
      title="Mẫu kiểm lại"
      about={[`${view.bookName} năm ${view.year}`, `Rút ngày ${formatDay(view.on)}, hạt giống ${view.seed}`]}
      columns={[
        textColumn('Bản, thôn, tổ dân phố', 24, item => item.areaName),
        textColumn('Hộ', 28, item => item.headName),
        textColumn('Địa chỉ', 28, item => item.address),
        textColumn('Kết quả', 16, item => item.outcome && recheckWords[item.outcome.outcome]),
        dayColumn('Ngày kiểm', item => item.outcome?.on),
        textColumn('Ghi chú', 40, item => item.outcome?.says),
        textColumn('Mã', 38, item => item.itemId),
      ]}
      rows={() => Promise.resolve(view.items)}
    />
  )
}
