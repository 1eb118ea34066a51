import type { Level } from '#domain/request/request.ts'
import { Switch } from '../kit/Switch.tsx'
import { keyOf, type NamedThing } from './things.ts'

export const levelWords: Record<Level, string> = {
  area: 'Thôn, bản, tổ dân phố',
  commune: 'Xã, phường',
  district: 'Huyện, thị xã, thành phố',
  agency: 'Cơ quan, đơn vị',
}

type ThingParts = { readonly thing: NamedThing; readonly things: readonly NamedThing[]; readonly onChange: (key: string) => void }

/** Which count or share is looked at. */
export function ThingSwitch({ thing, things, onChange }: ThingParts) {
  return (
    <Switch
      label="Số liệu"
      value={keyOf(thing)}
      shown={thing.name}
      options={things.map(each => ({ value: keyOf(each), label: each.name }))}
      onChange={onChange}
    />
  )
}
