import {
  Button,
  Checkbox,
  createTheme,
  Input,
  Modal,
  MultiSelect,
  NumberInput,
  PasswordInput,
  Radio,
  Select,
  Tabs,
  Textarea,
  TextInput,
} from '@mantine/core'
import { plainFilter } from './plain-filter.ts'
import classes from './theme.module.css'

// Shades stand for the tokens: light and dark are decided in tokens.css alone.
const shade = (token: string) =>
  Array.from({ length: 10 }, () => `var(--${token})`) as unknown as readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]

const dropdown = {
  comboboxProps: { shadow: 'md', transitionProps: { duration: 80 } },
  nothingFoundMessage: 'Không có mục nào khớp',
  filter: plainFilter,
  limit: 100,
  openOnFocus: false, // coming to a field by keyboard, or led to a mistake, one reads first
}

/** Mantine in the house's clothes. */
export const theme = createTheme({
  primaryColor: 'cham',
  colors: { cham: shade('cham'), late: shade('late') },
  fontFamily: 'var(--sans)',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: Button.extend({
      classNames: { root: classes.button ?? '', label: classes.buttonLabel ?? '' },
      defaultProps: { size: 'sm', variant: 'filled' },
    }),
    Input: Input.extend({ classNames: { input: classes.input ?? '', wrapper: classes.inputWrapper ?? '' } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },

      classNames: { label: classes.label ?? '', description: classes.description ?? '', error: classes.error ?? '' },
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm', autosize: true, minRows: 3, maxRows: 24 } }),
    NumberInput: NumberInput.extend({ defaultProps: { thousandSeparator: '.', decimalSeparator: ',', hideControls: true } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { visibilityToggleButtonProps: { 'aria-label': 'Hiện hoặc ẩn mật khẩu' } } }),
    Select: Select.extend({ defaultProps: { ...dropdown, checkIconPosition: 'right' } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { ...dropdown, searchable: true, hidePickedOptions: true } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm', variant: 'filled' } }),
    Radio: Radio.extend({ defaultProps: { size: 'sm', variant: 'filled' } }),
    Tabs: Tabs.extend({ classNames: { tab: classes.tab ?? '', list: classes.tabList ?? '' } }),
    Modal: Modal.extend({
      // The lock writes a style element, which the security policy forbids; the page behind is covered anyway.
      defaultProps: { lockScroll: false, centered: false, closeButtonProps: { 'aria-label': 'Đóng' }, transitionProps: { duration: 100 } },
      classNames: { title: classes.modalTitle ?? '', content: classes.modal ?? '' },
    }),
  },
})
