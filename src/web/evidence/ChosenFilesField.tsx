import { Button } from '@mantine/core'
import { sayBytes } from './bytes.ts'
import classes from './evidence.module.css'
import { CameraButton, FilesButton, fittingFiles } from './FilesButton.tsx'
import type { ChosenFiles } from './files-at-hand.ts'

/** Files chosen while a form is filled in; they are sent once it is saved. */
export function ChosenFilesField({ files }: { files: ChosenFiles }) {
  return (
    <fieldset className="plain-set">
      <legend>Ảnh, tệp minh chứng</legend>
      {files.list.length > 0 && (
        <ul aria-label="Tệp đã chọn">
          {files.list.map(({ id, file, refusal }) => (
            <li key={id} className={classes.chosen}>
              <span className={classes.chosenName}>
                {file.name} <span className="soft">{sayBytes(file.size)}</span>
                {refusal && (
                  <span role="alert" className={classes.unfit}>
                    {refusal.message} Tệp này sẽ không gửi được.
                  </span>
                )}
              </span>
              <Button size="compact-sm" variant="subtle" aria-label={`Bỏ chọn ${file.name}`} onClick={() => files.drop(id)}>
                Bỏ
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <CameraButton onPick={files.add} />
        <FilesButton onPick={files.add} />
        <span className="soft small">{fittingFiles}. Gửi sau khi lưu; mất mạng thì giữ trên máy này và tự gửi lại.</span>
      </div>
    </fieldset>
  )
}
