import { Combobox, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { searchKey } from '#domain/kit/text.ts'
import classes from './switch.module.css'

export type SwitchOption = { readonly value: string; readonly label: string; readonly depth?: number }

/** One part of the context line: reads as words, opens as a choice. Long lists are searched without diacritics. */
export function Switch(props: {
  label: string
  value: string
  shown: string
  options: readonly SwitchOption[]
  onChange: (value: string) => void
}) {
  const { label, value, shown, options, onChange } = props
  const [search, setSearch] = useState('')
  const box = useCombobox({ onDropdownClose: () => setSearch(''), onDropdownOpen: () => box.focusSearchInput() })
  const key = searchKey(search)
  const found = options.filter(option => searchKey(option.label).includes(key)).slice(0, 60)
  if (options.length < 2) return <span>{shown}</span>
  return (
    <Combobox
      store={box}
      width={340}
      position="bottom-start"
      withinPortal={false}
      shadow="md"
      onOptionSubmit={chosen => {
        onChange(chosen)
        box.closeDropdown()
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className={classes.switch}
          aria-haspopup="listbox"
          aria-expanded={box.dropdownOpened}
          aria-label={`${label}: ${shown}. Đổi`}
          onClick={() => box.toggleDropdown()}
        >
          {shown}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {options.length > 8 && (
          <Combobox.Search
            value={search}
            onChange={event => setSearch(event.currentTarget.value)}
            placeholder="Tìm"
            aria-label={`Tìm ${label.toLocaleLowerCase('vi')}`}
          />
        )}
        <Combobox.Options mah={360} className={classes.options} aria-label={label}>
          {found.map(option => (
            <Combobox.Option
              key={option.value}
              value={option.value}
              active={option.value === value}
              style={{ paddingInlineStart: 12 + (option.depth ?? 0) * 14 }}
            >
              {option.label}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>Không có mục nào khớp</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
