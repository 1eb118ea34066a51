import { Checkbox, Modal } from '@mantine/core'
import classes from './keys.module.css'
import { useLetterKeys } from './keys.ts'
import { placesOf } from './places.ts'
import { useSession } from './session.tsx'

const always = [
  [['Ctrl', 'K'], 'Tìm mọi thứ, làm mọi việc'],
  [['↑', '↓'], 'Dòng trước, dòng sau trong danh sách'],
  [['Enter'], 'Mở dòng đang chọn'],
  [['Esc'], 'Đóng hộp hoặc bảng đang mở'],
] as const

const letters = [
  [['j'], 'Dòng sau trong danh sách'],
  [['k'], 'Dòng trước trong danh sách'],
  [['/'], 'Tới ô tìm của danh sách'],
  [['n'], 'Việc mới của trang: ghi, vào sổ, soạn, giao'],
  [['?'], 'Bảng phím này'],
] as const

type Line = readonly [readonly string[], string]

/** Every key there is, and where those of one letter are turned off. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  const session = useSession()
  const [lettersAct, setLettersAct] = useLetterKeys()
  const toPlaces = placesOf(session).map(({ letter, word }): Line => [['g', letter], word])
  return (
    <Modal opened onClose={onClose} title="Phím tắt" size="xl" yOffset="8vh">
      <div className="stack">
        <div className="pair">
          <Keys title="Luôn dùng được" lines={always} />
          <Keys title="Khi không gõ chữ" lines={letters} />
          <Keys title="Đi tới" lines={toPlaces} />
        </div>
        <Checkbox
          label="Dùng phím một chữ trên máy này"
          checked={lettersAct}
          onChange={event => setLettersAct(event.currentTarget.checked)}
        />
      </div>
    </Modal>
  )
}

function Keys({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section className="stack-s">
      <h3>{title}</h3>
      <dl className={classes.keys}>
        {lines.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map(key => (
                <kbd key={key} className={classes.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
