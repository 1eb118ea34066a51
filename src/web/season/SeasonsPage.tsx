import { Button } from '@mantine/core'
import { getRouteApi, Link, Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SeasonAreaRow, SeasonBoardView, SeasonView } from '#contract/season.ts'
import { formatDay, yearOf } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { residentialAreaKinds } from '#domain/org/org-unit.ts'
import { isOverdue } from '#domain/season/due.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { FormModal } from '../app/FormModal.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId, useUnits } from '../app/units.ts'
import { DecisionPapers, DraftOfDecision, SeasonDossier } from '../dossier/DecisionPapers.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { Switch } from '../kit/Switch.tsx'
import { DecideForm } from './DecideForm.tsx'
import { DueChip } from './Dues.tsx'
import { GroundsFact, GroundsOfSeason } from './GroundsLook.tsx'
import { NoSeason } from './NoSeason.tsx'
import { OpenSeasonForm } from './OpenSeasonForm.tsx'
import { PublishForm } from './PublishForm.tsx'
import { PeriodYearsFact, WayFact } from './SeasonFacts.tsx'
import { TakeRegistrations } from './TakeRegistrations.tsx'
import { stateWords } from './words.ts'

const route = getRouteApi('/frame/binh-xet')

/** The seasons of a unit: each with its files, where they are, what is due, and what was decided. */
export function SeasonsPage() {
  const unitId = useUnitId()
  const { dot } = route.useSearch()
  const { today } = useSession()
  const navigate = useNavigate()
  const may = useMay()
  const [isOpening, setOpening] = useState(false)
  const kind = useUnits().list.find(unit => unit.unitId === unitId)?.kind
  const seasons = useAsk('season.list', { unitId })
  const shown = seasons.data?.find(({ id }) => id === dot) ?? seasons.data?.[0]
  const open = may('season.open', unitId) && (
    <Button variant={shown ? 'default' : 'filled'} onClick={() => setOpening(true)}>
      Mở đợt bình xét
    </Button>
  )
  const own = kind && residentialAreaKinds.includes(kind) && may('season.area', unitId) ? onlyFileIn(seasons.data ?? []) : undefined
  if (own && dot === undefined)
    return <Navigate to="/binh-xet/$seasonId/$areaUnitId" params={{ seasonId: own.id, areaUnitId: unitId }} search={true} replace />
  return (
    <Screen
      title="Bình xét"
      actions={
        shown && (
          <>
            {shown.arrangement === 'byArea' && may('signal.ofSeason', shown.unitId) && (
              <ButtonLink variant="default" to="/dau-hieu" search={{ dot: shown.id }}>
                Dấu hiệu
              </ButtonLink>
            )}
            {open}
          </>
        )
      }
      parts={
        shown && (
          <span>
            <Switch
              label="Đợt"
              value={shown.id}
              shown={nameOf(shown)}
              options={(seasons.data ?? []).map(season => ({ value: season.id, label: nameOf(season) }))}
              onChange={chosen => void navigate({ to: '.', search: before => ({ ...before, dot: chosen }) })}
            />
          </span>
        )
      }
    >
      <Loaded of={seasons}>{() => (shown ? <Board key={shown.id} season={shown} /> : <NoSeason unitId={unitId} open={open} />)}</Loaded>
      <FormModal title="Mở đợt bình xét" isOpen={isOpening} onClose={() => setOpening(false)}>
        <OpenSeasonForm unitId={unitId} year={yearOf(today)} onClose={() => setOpening(false)} />
      </FormModal>
    </Screen>
  )
}

/** The season of this year in which a village has its one file: whoever keeps it need not look for it. */
function onlyFileIn(seasons: readonly SeasonView[]): SeasonView | undefined {
  const current = seasons.filter(({ arrangement, year }) => arrangement === 'byArea' && year === seasons[0]?.year)
  return current.length === 1 ? current[0] : undefined
}

/** Which files are late: all of them, or by name as far as a line holds. */
function overdueWords(overdue: readonly SeasonAreaRow[], { areas, season }: Pick<SeasonBoardView, 'areas' | 'season'>): string {
  if (overdue.length === areas.length && areas.length > 1) return `cả ${areas.length} ${filesWords[season.arrangement]}`
  const names = overdue.slice(0, 5).map(({ areaName }) => areaName)
  const more = overdue.length - names.length
  return more > 0 ? `${names.join(', ')} và ${more} nơi nữa` : names.join(', ')
}

/** What each row of a board is. */
const filesWords: Record<SeasonView['arrangement'], string> = {
  byArea: 'bản, thôn, tổ dân phố',
  together: 'hồ sơ chung',
  eachAlone: 'hồ sơ từng nơi',
}

function nameOf({ bookName, year }: SeasonView): string {
  return `${bookName} năm ${year}`
}

function Board({ season }: { season: SeasonView }) {
  const board = useAsk('season.board', { id: season.id })
  return <Loaded of={board}>{view => <BoardOf view={view} />}</Loaded>
}

function BoardOf({ view }: { view: SeasonBoardView }) {
  const may = useMay()
  const standing = standingOf(view.areas)
  const [isDeciding, setDeciding] = useState(false)
  const [publishing, setPublishing] = useState<SeasonBoardView['decisions'][number] | null>(null)
  const { season, areas, decisions } = view
  const ready = areas.filter(({ isReady }) => isReady)
  const desk = [season.holderUnitId, ...view.federationIds].find(unitId => may('season.decide', unitId))
  const mayDecide = desk !== undefined && ready.length > 0
  const overdue = areas.filter(({ due }) => due !== null && isOverdue(due))
  const { noun } = season
  return (
    <div className="stack">
      <Sheet
        title={nameOf(season)}
        actions={
          <>
            <SeasonDossier season={season} />
            <GroundsOfSeason view={view} />
            {mayDecide && <Button onClick={() => setDeciding(true)}>Quyết định…</Button>}
          </>
        }
      >
        <Facts>
          <Fact label="Theo">
            {season.cites.join(', ')}{' '}
            <span className="soft">
              · {season.way?.title ? 'danh hiệu của tỉnh' : 'luật của năm xét'}, đợt mở {formatDay(season.openedOn)}
            </span>
          </Fact>
          {season.way && <WayFact way={season.way} />}
          {view.lawDoubt !== null && decisions.length === 0 && <Fact label="Chưa rõ">{view.lawDoubt}</Fact>}
          <Fact label="Đăng ký">
            {ofAll(standing, sum(areas, 'eligible'), season.arrangement === 'byArea' ? `${noun} trong sổ` : noun)}
          </Fact>
          {view.periodYears && <PeriodYearsFact classes={view.periodYears} noun={noun} />}
          <Fact label="Được công nhận">{recognisedWords(view)}</Fact>
          <Fact label="Hồ sơ đã đủ bước">{ofAll(ready.length, areas.length, filesWords[season.arrangement])}</Fact>
          <GroundsFact view={view} />
          {overdue.length > 0 && <Fact label="Quá hạn">{overdueWords(overdue, { areas, season })}</Fact>}
        </Facts>
        {ready.length > 0 && !mayDecide && <Drafts season={season} />}
        {season.honour === 'culturalOffice' && standing < areas.length && may('season.takeRegistrations', season.holderUnitId) && (
          <TakeRegistrations season={season} />
        )}
      </Sheet>
      <section className="stack-s" aria-labelledby="cac-ban">
        <h2 id="cac-ban">{capitalise(filesWords[season.arrangement])}</h2>
        <Rows label="Hồ sơ trong đợt">
          {areas.map(area => (
            <AreaLine key={area.areaUnitId} season={season} area={area} />
          ))}
        </Rows>
      </section>
      {decisions.length > 0 && (
        <section className="stack-s" aria-labelledby="quyet-dinh">
          <h2 id="quyet-dinh">Quyết định</h2>
          <Rows label="Quyết định của đợt">
            {decisions.map(decision => (
              <Row
                key={decision.id}
                title={`${decision.code} ngày ${formatDay(decision.on)}`}
                second={
                  <>
                    {[
                      `${decision.recognised} ${noun} được công nhận, ${decision.failed} không`,
                      `${decision.signerName} ký`,
                      decision.openAccepted && `còn điều chưa rõ: ${decision.openAccepted}`,
                      decision.lawChosen && `luật đã đổi, theo văn bản của đợt: ${decision.lawChosen}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                    <DecisionPapers decision={decision} holderUnitId={desk ?? season.holderUnitId} />
                  </>
                }
                aside={
                  decision.published ? (
                    <Chip tone="done">công bố {formatDay(decision.published.on)}</Chip>
                  ) : (
                    <>
                      {decision.publishBy && <DueChip due={decision.publishBy} />}
                      {may('season.publish', season.holderUnitId) && (
                        <Button variant="subtle" onClick={() => setPublishing(decision)}>
                          Ghi công bố
                        </Button>
                      )}
                    </>
                  )
                }
              />
            ))}
          </Rows>
        </section>
      )}
      <FormModal title="Quyết định tặng danh hiệu" isOpen={isDeciding} onClose={() => setDeciding(false)}>
        <DecideForm season={season} areas={ready} onClose={() => setDeciding(false)} />
      </FormModal>
      <FormModal title="Công bố quyết định" isOpen={publishing !== null} onClose={() => setPublishing(null)}>
        {publishing && <PublishForm decision={publishing} onClose={() => setPublishing(null)} />}
      </FormModal>
    </div>
  )
}

/** Nobody is recognised before somebody decides: that is not none of them. */
function recognisedWords({ season: { noun }, areas, decisions }: SeasonBoardView): string {
  const standing = standingOf(areas)
  if (standing === 0) return `chưa ${noun} nào đăng ký`
  return decisions.length === 0 ? 'chưa có quyết định' : ofAll(sum(areas, 'recognised'), standing, `${noun} đăng ký`)
}

function standingOf(areas: readonly SeasonAreaRow[]): number {
  return sum(areas, 'registered') - sum(areas, 'withdrawn')
}

/** For those who prepare the decision and those who number it; whoever signs has it beside what is signed. */
function Drafts({ season }: { season: SeasonView }) {
  const { id: seasonId, holderUnitId, followsYears } = season
  const wanted = { seasonId, open: 'recognise' } as const
  if (followsYears !== 'recognition') return <DraftOfDecision wanted={wanted} holderUnitId={holderUnitId} />
  return (
    <>
      <DraftOfDecision wanted={{ ...wanted, round: 'first' }} holderUnitId={holderUnitId} of="công nhận lần đầu" />
      <DraftOfDecision wanted={{ ...wanted, round: 'again' }} holderUnitId={holderUnitId} of="công nhận lại" />
    </>
  )
}

function AreaLine({ season: { id: seasonId, noun, arrangement }, area }: { season: SeasonView; area: SeasonAreaRow }) {
  const may = useMay()
  const { areaUnitId, areaName, registered, withdrawn, eligible, recognised, failed, state, isReady, due, grounds } = area
  const standing = registered - withdrawn
  return (
    <Row
      title={
        may('season.area', areaUnitId) ? (
          <Link to="/binh-xet/$seasonId/$areaUnitId" params={{ seasonId, areaUnitId }} search={true}>
            {areaName}
          </Link>
        ) : (
          areaName
        )
      }
      second={[
        arrangement === 'eachAlone'
          ? standing === 0 && 'chưa đăng ký'
          : standing === 0
            ? `chưa ${noun} nào đăng ký`
            : ofAll(standing, eligible, `${noun} đăng ký`),
        isReady && recognised + failed === 0 && grounds && grounds.unlooked > 0 && grounds.blocks && 'chờ rà soát căn cứ loại trừ',
        recognised + failed > 0 && `${recognised} được công nhận, ${failed} không`,
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          {due && <DueChip due={due} />}
          <Chip tone={isReady ? 'done' : state === 'registering' ? 'plain' : 'cham'}>
            {recognised + failed > 0 ? 'Đã quyết định' : stateWords[state]}
          </Chip>
        </>
      }
    />
  )
}

function sum(areas: readonly SeasonAreaRow[], what: 'registered' | 'withdrawn' | 'eligible' | 'recognised'): number {
  return areas.reduce((total, area) => total + area[what], 0)
}

/** A number is never alone: what it is of stands beside it. */
function ofAll(part: number, whole: number, of: string): string {
  if (whole === 0) return `chưa có ${of} nào được ghi`
  return `${part.toLocaleString('vi')}/${whole.toLocaleString('vi')} ${of}`
}
