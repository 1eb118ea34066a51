import { useMantineColorScheme } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { type SearchHit, searchKindWords } from '#contract/search.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import type { PaletteLine } from './palette-lines.ts'
import { placesOf } from './places.ts'
import { useAsk } from './queries.ts'
import { useRecent } from './recent.ts'
import { useSession } from './session.tsx'
import { useSignOut } from './sign-out.ts'
import { useMay, useUnitId } from './units.ts'

/** What can be done from anywhere, as far as the person may at the unit looked at. */
export function useActs(openKeys: () => void): readonly PaletteLine[] {
  const unitId = useUnitId()
  const may = useMay()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  const plans = useAsk('plan.list', { unitId })
  const plan = plans.data?.find(({ ownerUnitId }) => may('plan.addTask', ownerUnitId))
  return [
    may('activity.record', unitId) && act('record', 'Ghi hoạt động', () => void navigate({ to: '/hoat-dong/ghi' })),
    may('document.register', unitId) && act('register', 'Vào sổ văn bản', () => void navigate({ to: '/van-ban/vao-so' })),
    may('report.compose', unitId) && act('compose', 'Soạn báo cáo', () => void navigate({ to: '/bao-cao', search: { moi: 'co' } })),
    plan &&
      act(
        'assign',
        'Giao việc',
        () => void navigate({ to: '/ke-hoach/$planId', params: { planId: plan.id }, search: { moi: 'co' } }),
        plan.title,
      ),
    { ...act('light', 'Giao diện sáng', () => setColorScheme('light')), isQuiet: true },
    { ...act('dark', 'Giao diện tối', () => setColorScheme('dark')), isQuiet: true },
    { ...act('auto', 'Giao diện theo máy', () => setColorScheme('auto')), isQuiet: true },
    { ...act('keys', 'Xem phím tắt', openKeys), keys: ['?'] },
    { ...act('out', 'Đăng xuất', () => void signOut()), isQuiet: true },
  ].filter(line => line !== false && line !== undefined)
}

function act(id: string, title: string, run: () => void, second?: string): PaletteLine {
  return { id, title, second, run }
}

export function usePlaceLines(): readonly PaletteLine[] {
  const navigate = useNavigate()
  return placesOf(useSession()).map(({ to, word, letter }) => ({
    id: to,
    title: word,
    keys: ['g', letter],
    run: () => void navigate({ to }),
  }))
}

export function useRecentLines(): readonly PaletteLine[] {
  const router = useRouter()
  const here = router.state.location.href
  return useRecent()
    .filter(({ href }) => href !== here)
    .slice(0, 6)
    .map(({ href, title }) => ({ id: `recent ${href}`, title, run: () => router.history.push(href) }))
}

/** Turns what was found into a line that opens it. */
export function useHitLine(): (hit: SearchHit) => PaletteLine {
  const navigate = useNavigate()
  return hit => ({
    id: `${hit.kind} ${hit.id}`,
    title: hit.title,
    second: hit.about || undefined,
    aside: sayWhere(hit) || undefined,
    run: () => open(hit, navigate),
  })
}

export const kindName = (kind: SearchHit['kind']): string => searchKindWords[kind]

function sayWhere({ kind, unitName, on }: SearchHit): string {
  const day = on && formatDay(on)
  const when = day && (kind === 'unit' ? `đến trước ${day}` : kind === 'task' ? `hạn ${day}` : day)
  return [capitalise(unitName), when].filter(Boolean).join(' · ')
}

function open({ kind, id, insideId }: SearchHit, navigate: ReturnType<typeof useNavigate>): void {
  switch (kind) {
    case 'document':
      return void navigate({ to: '/van-ban/$documentId', params: { documentId: id } })
    case 'activity':
      return void navigate({ to: '/hoat-dong/$activityId', params: { activityId: id } })
    case 'task':
      return void navigate({ to: '/ke-hoach/$planId', params: { planId: insideId ?? '' }, search: { nhiem_vu: id } })
    case 'plan':
      return void navigate({ to: '/ke-hoach/$planId', params: { planId: id } })
    case 'report':
      return void navigate({ to: '/bao-cao/$reportId', params: { reportId: id } })
    case 'unit':
      return void navigate({ to: '/don-vi/$unitId', params: { unitId: id } })
    case 'person':
      return void navigate({ to: '/don-vi/$unitId', params: { unitId: insideId ?? '' } })
  }
}
