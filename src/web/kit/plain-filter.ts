import type { OptionsFilter } from '@mantine/core'
import { searchKey } from '#domain/kit/text.ts'

/** Finds options as people type them: without diacritics, every word somewhere in the label. */
export const plainFilter: OptionsFilter = ({ options, search, limit }) => {
  const words = searchKey(search).split(' ')
  const found = options.filter(option => {
    const label = 'label' in option ? searchKey(option.label) : ''
    return words.every(word => label.includes(word))
  })
  return found.slice(0, limit)
}
