import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { PlanForYearView, TaskView } from '#contract/plan.ts'
import { addTasks } from '#domain/plan/batch.ts'
import { moveWords } from '#domain/plan/stale-words.ts'
import { numbered } from '#domain/plan/task-numbers.ts'
import { FormView } from '../app/FormView.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { readAnew, useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay } from '../app/units.ts'
import { choice, text, useCommand } from '../app/useCommand.ts'
import { useDocumentOptions } from '../document/useDocumentOptions.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { CopiedTargetCard } from './CopiedTargetCard.tsx'
import { CopiedTaskCard } from './CopiedTaskCard.tsx'
import classes from './copy.module.css'
import { type CopyValues, fieldsOf, keyOf, moveAll, openWords, startCopy, toCopyBody } from './copy-values.ts'
import { StaleNotes } from './StaleNotes.tsx'
import type { CopyForm } from './useLooked.ts'
import { withOthersOf } from './words.ts'

const route = getRouteApi('/frame/ke-hoach/$planId/chep')

/** Last year's plan as it would read this year: looked over, mended in place, kept in one act. */
export function CopyPlanPage() {
  const { planId } = route.useParams()
  const { nam } = route.useSearch()
  const plan = useAsk('plan.one', { id: planId })
  const year = Number(nam) || (plan.data?.plan.year ?? 0) + 1
  const copy = useAsk('plan.forYear', { id: planId, year }, { enabled: plan.data !== undefined && year >= 1990 && year <= 2100 })
  const mayCopy = useMay()('plan.copy', plan.data?.plan.ownerUnitId ?? '')
  return (
    <Screen
      title={plan.data ? `Chép kế hoạch sang năm ${year}` : 'Chép kế hoạch'}
      unitName={plan.data?.plan.ownerUnitName ?? ''}
      parts={
        plan.data && (
          <Link to="/ke-hoach/$planId" params={{ planId }}>
            từ kế hoạch năm {plan.data.plan.year}
          </Link>
        )
      }
    >
      {plan.data && !mayCopy ? (
        <EmptyState title="Bạn không lập kế hoạch của đơn vị này" next={<Link to="/ke-hoach">Xem các kế hoạch</Link>} />
      ) : (
        <Loaded of={copy}>{view => <Copying key={`${view.from.id} ${view.year}`} copy={view} tasks={plan.data?.tasks ?? []} />}</Loaded>
      )}
    </Screen>
  )
}

function Copying({ copy, tasks }: { copy: PlanForYearView; tasks: readonly TaskView[] }) {
  const { from, year } = copy
  const years = year - from.year
  const navigate = useNavigate()
  const documents = useDocumentOptions(from.ownerUnitId)
  const firstDay = copy.tasks.reduce((first, task) => (task.startsOn < first ? task.startsOn : first), `${year}-01-01`)
  const units = useAsk('plan.units', { id: from.id, on: firstDay })
  const form: CopyForm = useCommand<'plan.copy', CopyValues>({
    name: 'plan.copy',
    start: startCopy(copy),
    toBody: values => toCopyBody(values, { planId: from.id, year }),
    rule: ({ id, title, documentId, tasks: sent }) =>
      addTasks(
        sent.map(task => ({ ...task, planId: id, revision: 0 })),
        { id, title, documentId, year, ownerUnitId: from.ownerUnitId, revision: 0 },
        [],
      ),
    draft: `plan.copy:${from.id}:${year}`,
    onDone: async ({ id }) => {
      await readAnew('plan')
      await navigate({ to: '/ke-hoach/$planId', params: { planId: id } })
    },
  })
  const { values } = form
  const gone = new Set(copy.goneUnits.map(({ unitId }) => unitId))
  const known = withOthersOf(tasks, units.data ?? []).filter(({ unitId }) => !gone.has(unitId))
  const open = fieldsOf(values).flatMap(place => openWords(place.text, year, values.looked[keyOf(place.recordId, place.field)]))
  const movable = open.filter(words => moveWords(words, years) !== null).length
  const chosen = values.tasks.filter(task => task.isChosen)
  const unled = chosen.filter(task => task.leadUnitId === null).length
  return (
    <FormView
      form={form}
      submitLabel={`Lập kế hoạch năm ${year}`}
      onCancel={() => void navigate({ to: '/ke-hoach/$planId', params: { planId: from.id } })}
    >
      <p className="soft">
        Ngày đã dời {years === 1 ? 'một năm' : `${years} năm`}, lời còn nguyên: xem chỗ được đánh dấu, sửa tại đây rồi lập kế hoạch. Kế
        hoạch cũ không đổi.
      </p>
      <Notice tone={open.length + unled > 0 ? 'soon' : 'done'}>
        <div className="row">
          <span>
            {open.length > 0
              ? `${open.length} chỗ còn ghi năm, giai đoạn, ngày hoặc văn bản của kế hoạch cũ.`
              : 'Không còn chỗ nào ghi theo năm cũ.'}
            {unled > 0 && ` ${unled} việc phải chọn lại đơn vị chủ trì.`}
          </span>
          {movable > 0 && (
            <Button variant="default" size="compact-sm" onClick={() => form.set(moveAll(values, year, years))}>
              Chuyển cả {movable} chỗ ghi năm, ngày
            </Button>
          )}
          {open.length + unled > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={goToNext}>
              Tới chỗ tiếp theo
            </Button>
          )}
        </div>
      </Notice>
      <Sheet title="Kế hoạch">
        <TextInput
          label="Tên kế hoạch"
          {...text(form, 'title')}
          onChange={event => {
            const key = keyOf(values.id, 'title')
            form.set({ title: event.currentTarget.value, looked: { ...values.looked, [key]: { settled: [], isTyped: true } } })
          }}
        />
        <StaleNotes form={form} place={{ recordId: values.id, field: 'title', text: values.title }} move={{ year, years }} />
        <div className="pair">
          <YearField year={year} planId={from.id} />
          <Select
            label="Theo văn bản"
            description="Văn bản ban hành kế hoạch mới, nếu đã vào sổ"
            {...choice(form, 'documentId')}
            data={documents}
            searchable
            clearable
          />
        </div>
      </Sheet>
      {values.targets.length > 0 && (
        <section className="stack-s" aria-label="Chỉ tiêu">
          <h2>Chỉ tiêu</h2>
          {values.targets.map(target => (
            <CopiedTargetCard key={target.id} form={form} target={target} move={{ year, years }} />
          ))}
        </section>
      )}
      <section className="stack-s" aria-label="Nhiệm vụ">
        <div className="row">
          <h2>
            Nhiệm vụ <span className="soft">{`${chosen.length}/${values.tasks.length} chép sang`}</span>
          </h2>
          <span className="to-end row">
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => form.set({ tasks: values.tasks.map(task => ({ ...task, isChosen: true })) })}
            >
              Chọn hết
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => form.set({ tasks: values.tasks.map(task => ({ ...task, isChosen: false })) })}
            >
              Bỏ hết
            </Button>
          </span>
        </div>
        <MoreRows rows={numbered(values.tasks)}>
          {shown => (
            <ol className={classes.tasks}>
              {shown.map(({ task, depth, number }) => (
                <CopiedTaskCard
                  key={task.id}
                  form={form}
                  task={task}
                  placed={{ depth, number, sentAt: chosen.indexOf(task) }}
                  copy={copy}
                  units={known}
                />
              ))}
            </ol>
          )}
        </MoreRows>
      </section>
    </FormView>
  )
}

/** Another year starts anew from the plan copied from. */
function YearField({ year, planId }: { year: number; planId: string }) {
  const navigate = useNavigate()
  return (
    <NumberInput
      label="Năm"
      w={140}
      thousandSeparator=""
      defaultValue={year}
      min={1990}
      max={2100}
      onBlur={event => {
        const next = Number(event.currentTarget.value)
        if (next >= 1990 && next <= 2100 && next !== year)
          void navigate({ to: '/ke-hoach/$planId/chep', params: { planId }, search: { nam: String(next) }, replace: true })
      }}
    />
  )
}

/** To the next thing to look at below where one is, then from the top again. */
function goToNext(): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-to-look-at]')]
  const next = places.find(place => place.getBoundingClientRect().top > 160) ?? places[0]
  next?.scrollIntoView({ block: 'center' })
  next?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true })
}
