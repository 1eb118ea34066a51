import type { LinkProps } from '@tanstack/react-router'
import type { SessionView } from '#contract/account.ts'
import { rights } from '#contract/rights.ts'
import type { Role } from '#domain/account/access.ts'
import { communeKinds, type OrgUnitKind, residentialAreaKinds } from '#domain/org/org-unit.ts'

/** A part of the program, with the letter that leads there after `g`. */
export type Place = {
  readonly to: NonNullable<LinkProps['to']>
  readonly word: string
  readonly letter: string
  /** Parts of its own, named beneath it while one is in there. */
  readonly under?: readonly Place[]
}

const underTitles: readonly Place[] = [
  { to: '/binh-xet', word: 'Bình xét', letter: 'x' },
  { to: '/dau-hieu', word: 'Dấu hiệu và kiểm lại', letter: 'i' },
  { to: '/so-ho', word: 'Sổ hộ', letter: 'e' },
  { to: '/danh-hieu/so-lieu', word: 'Số liệu danh hiệu', letter: 'u' },
  { to: '/danh-hieu/quy-dinh', word: 'Quy định về danh hiệu', letter: 'l' },
]

const underReports: readonly Place[] = [
  { to: '/bao-cao/dot', word: 'Đợt báo cáo', letter: 'r' },
  { to: '/bao-cao/che-do', word: 'Chế độ báo cáo', letter: 'c' },
  { to: '/bao-cao/bieu', word: 'Biểu mẫu', letter: 'f' },
]

export const places: readonly Place[] = [
  { to: '/hom-nay', word: 'Hôm nay', letter: 'h' },
  { to: '/ke-hoach', word: 'Kế hoạch', letter: 'k' },
  { to: '/hoat-dong', word: 'Hoạt động', letter: 'd' },
  { to: '/danh-hieu', word: 'Danh hiệu', letter: 'n', under: underTitles },
  { to: '/bao-cao', word: 'Báo cáo', letter: 'b', under: underReports },
  { to: '/van-ban', word: 'Văn bản', letter: 'v' },
  { to: '/don-vi', word: 'Đơn vị', letter: 'o' },
  { to: '/tong-quan', word: 'Tổng quan', letter: 't' },
]

export const ownPlace: Place = { to: '/tai-khoan', word: 'Tài khoản của tôi', letter: 'm' }

/** Shown to those who hold such a role anywhere; each page then asks about its unit. */
export function officePlaces({ actor }: SessionView): Place[] {
  const holds = (roles: readonly string[]): boolean => actor.grants.some(grant => roles.includes(grant.role))
  return [
    ...(holds(rights['report.signOff'].roles) ? [{ to: '/ky-duyet', word: 'Ký duyệt', letter: 's' } as const] : []),
    ...(holds(rights['account.list'].roles) ? [{ to: '/quan-tri/tai-khoan', word: 'Tài khoản', letter: 'q' } as const] : []),
    ...(holds(rights['audit.list'].roles) ? [{ to: '/quan-tri/nhat-ky', word: 'Nhật ký', letter: 'y' } as const] : []),
  ]
}

export function placesOf(session: SessionView): Place[] {
  return [...places.flatMap(place => [place, ...(place.under ?? [])]), ...officePlaces(session), ownPlace]
}

type BarRule = { readonly role: Role; readonly at?: readonly OrgUnitKind[]; readonly bar: readonly Place['to'][] }

/** The four a thumb needs all day, by what a person is and where; the first that fits counts. */
const barRules: readonly BarRule[] = [
  { role: 'unitHead', at: residentialAreaKinds, bar: ['/hom-nay', '/binh-xet', '/so-ho', '/hoat-dong'] },
  { role: 'officer', at: communeKinds, bar: ['/hom-nay', '/binh-xet', '/so-ho', '/bao-cao'] },
  { role: 'officer', at: ['province', 'country'], bar: ['/hom-nay', '/binh-xet', '/danh-hieu/so-lieu', '/bao-cao'] },
  { role: 'leader', at: [...communeKinds, 'province', 'country'], bar: ['/hom-nay', '/ky-duyet', '/binh-xet', '/tong-quan'] },
  { role: 'leader', bar: ['/hom-nay', '/ky-duyet', '/bao-cao', '/tong-quan'] },
  { role: 'clerk', at: communeKinds, bar: ['/hom-nay', '/van-ban', '/binh-xet', '/bao-cao'] },
  { role: 'clerk', bar: ['/hom-nay', '/van-ban', '/bao-cao', '/ke-hoach'] },
  { role: 'officer', bar: ['/hom-nay', '/ke-hoach', '/hoat-dong', '/bao-cao'] },
  { role: 'unitHead', bar: ['/hom-nay', '/ke-hoach', '/hoat-dong', '/bao-cao'] },
  { role: 'admin', bar: ['/hom-nay', '/don-vi', '/quan-tri/tai-khoan', '/quan-tri/nhat-ky'] },
  { role: 'viewer', at: ['country'], bar: ['/hom-nay', '/danh-hieu/so-lieu', '/danh-hieu/quy-dinh', '/tong-quan'] },
  { role: 'viewer', bar: ['/hom-nay', '/danh-hieu', '/bao-cao', '/tong-quan'] },
]

/** The bar of a phone; the rest is under "Thêm". */
export function barOf(session: SessionView, kindOf: (unitId: string) => OrgUnitKind | undefined): Place[] {
  const known = placesOf(session)
  const fits = ({ role, at }: BarRule): boolean =>
    session.actor.grants.some(grant => grant.role === role && (at === undefined || at.some(kind => kind === kindOf(grant.unitId))))
  const bar = barRules.find(fits)?.bar ?? ['/hom-nay']
  return bar.flatMap(to => known.find(place => place.to === to) ?? [])
}

/** Whether an address lies in a place or in a part beneath it. */
export function isWithin(pathname: string, { to, under = [] }: Place): boolean {
  return pathname === to || pathname.startsWith(`${to}/`) || under.some(place => isWithin(pathname, place))
}
