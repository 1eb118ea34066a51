import type { SeasonAreaView } from '#contract/season.ts'
import { searchKey } from '#domain/kit/text.ts'

/** A list one sees whole needs no looking for. */
export const fewEnough = 12

/** Whoever has every word typed somewhere in the name or the address. */
export function findPeople<Person extends Pick<SeasonAreaView['others'][number], 'headName' | 'address'>>(
  people: readonly Person[],
  search: string,
): readonly Person[] {
  const words = searchKey(search).split(' ')
  return people.filter(({ headName, address }) => {
    const told = searchKey(`${headName} ${address}`)
    return words.every(word => told.includes(word))
  })
}
