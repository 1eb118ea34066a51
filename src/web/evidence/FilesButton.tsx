import { Button, type ButtonProps, FileButton } from '@mantine/core'
import { useRef } from 'react'
import { evidenceLimitBytes, evidenceMediaTypes } from '#domain/evidence/evidence.ts'

export const fittingFiles = `Ảnh JPEG, PNG, WebP; PDF, DOCX, XLSX; mỗi tệp tới ${evidenceLimitBytes / 1024 / 1024} MB`

/** Opens the files of this machine, or the gallery of a phone. The same file can be picked again after it failed. */
export function FilesButton({ onPick, ...look }: { onPick: (files: readonly File[]) => void } & ButtonProps) {
  const forget = useRef<() => void>(null)
  return (
    <FileButton
      multiple
      accept={evidenceMediaTypes.join(',')}
      resetRef={forget}
      onChange={files => {
        onPick(files)
        forget.current?.()
      }}
    >
      {props => (
        <Button variant="default" {...look} {...props}>
          Thêm ảnh, tệp
        </Button>
      )}
    </FileButton>
  )
}

/** Straight to the camera, where a finger is at work; elsewhere there is no button. */
export function CameraButton({ onPick }: { onPick: (files: readonly File[]) => void }) {
  if (!matchMedia('(pointer: coarse)').matches) return null
  function shoot(): void {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.capture = 'environment'
    input.addEventListener('change', () => onPick([...(input.files ?? [])]))
    input.click()
  }
  return (
    <Button variant="default" onClick={shoot}>
      Chụp ảnh
    </Button>
  )
}
