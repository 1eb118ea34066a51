import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { SeasonAreaView } from '#contract/season.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { certificateOf, remarkOn } from '#domain/certificate/wording.ts'
import { lowerFirst } from '#domain/kit/text.ts'
import { standingEvents } from '#domain/season/area.ts'
import { submittedAndAppraisedBy } from '#domain/season/hands.ts'
import { keptBookOf } from '#domain/season/law.ts'
import type { RuleBook } from '#domain/title/rule-book.ts'
import { certificatesAddress } from '../api.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay } from '../app/units.ts'
import { AreaPapers } from '../dossier/AreaPapers.tsx'
import { type Step, Steps } from '../kit/Steps.tsx'
import { PostedSheet } from '../posted/PostedSheet.tsx'
import { Candidates } from './Candidates.tsx'
import { Dues, leftWords } from './Dues.tsx'
import { GroundsOfFile } from './GroundsLook.tsx'
import { Meeting } from './Meeting.tsx'
import { NextStep } from './NextStep.tsx'
import { Opinions } from './Opinions.tsx'
import { stepWords } from './words.ts'

const route = getRouteApi('/frame/binh-xet/$seasonId/$areaUnitId')

/** One file of a season: where it is, what comes next and by when, who is in it, its meeting, what people said. */
export function AreaPage() {
  const area = useAsk('season.area', route.useParams())
  const view = area.data
  const may = useMay()
  const printed = view && hasCertificates(view) && may('certificate.print', view.season.holderUnitId) ? keptBookOf(view.season) : undefined
  const back = view && (
    <ButtonLink variant="default" to="/binh-xet" search={{ dot: view.season.id }}>
      Cả đợt
    </ButtonLink>
  )
  return (
    <Screen
      title={view?.areaName ?? 'Bình xét'}
      actions={
        <>
          {view && printed && <PrintLinks view={view} book={printed} />}
          {back}
        </>
      }
      parts={
        view && (
          <>
            <span>{`${view.season.bookName} năm ${view.season.year}`}</span>
            {printed && <span>{remarkOn(printed)}</span>}
          </>
        )
      }
    >
      <Loaded of={area}>
        {opened => (
          <div className="stack">
            <Steps label="Các bước của hồ sơ" steps={stepsOf(opened)} />
            {opened.candidates.length === 0 ? <Begun view={opened} /> : <UnderWay view={opened} />}
          </div>
        )}
      </Loaded>
    </Screen>
  )
}

/** Before anybody is registered that is the one thing to do. */
function Begun({ view }: { view: SeasonAreaView }) {
  return (
    <>
      <Candidates view={view} />
      <Dues dues={view.deadlines} />
    </>
  )
}

function UnderWay({ view }: { view: SeasonAreaView }) {
  return (
    <>
      <NextStep view={view} />
      <GroundsOfFile view={view} />
      <Meeting view={view} />
      <PostedSheet view={view} />
      <Opinions view={view} />
      <Dues dues={view.deadlines} />
      <AreaPapers view={view} />
      <Candidates view={view} />
    </>
  )
}

/** The certificates of the file as one, for whoever may see the names. */
function PrintLinks({ view: { season, areaUnitId }, book }: { view: SeasonAreaView; book: RuleBook }) {
  const what = `In ${lowerFirst(certificateOf(book))}`
  const address = (paper: 'a4' | 'a5'): string => certificatesAddress(season.id, areaUnitId, paper)
  return (
    <>
      <Button component="a" variant="default" target="_blank" rel="noreferrer" href={address('a4')}>
        {what}
      </Button>
      <Button component="a" variant="default" target="_blank" rel="noreferrer" href={address('a5')} aria-label={`${what}, khổ A5`}>
        Khổ A5
      </Button>
    </>
  )
}

function hasCertificates({ candidates }: SeasonAreaView): boolean {
  return candidates.some(({ outcome }) => outcome?.outcome === 'recognised' && outcome.revocation === null)
}

function stepsOf({ season, events, nextStep, candidates, deadlines }: SeasonAreaView): Step[] {
  const taken = new Map(standingEvents(events).map(event => [event.type, event]))
  const registered = candidates.filter(({ withdrawal }) => withdrawal === null).length
  const first: Step = {
    key: 'register',
    name: 'Đăng ký',
    note: `${registered} ${season.noun}`,
    standing: taken.size > 0 ? 'past' : 'present',
  }
  return [
    first,
    ...season.steps.map((step): Step => {
      const event = taken.get(step)
      const isNext = step === nextStep && taken.size > 0
      const due = deadlines.find(each => each.step === step && !each.isDone && each.daysLeft !== null)
      const byOneHand = step === 'appraise' && submittedAndAppraisedBy(events) !== null
      const note = event ? `${formatDay(event.on)} · ${event.byName}${byOneHand ? ', cũng là người trình' : ''}` : due ? leftWords(due) : ''
      return { key: step, name: stepWords[step], note, standing: event ? 'past' : isNext ? 'present' : 'ahead' }
    }),
  ]
}
