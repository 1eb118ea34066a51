import { Button, CopyButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SeasonAreaView } from '#contract/season.ts'
import { useAsk } from '../app/queries.ts'
import { useMay } from '../app/units.ts'
import { EvidenceFiles } from '../evidence/EvidenceFiles.tsx'
import { CameraButton, FilesButton, fittingFiles } from '../evidence/FilesButton.tsx'
import { useSendingFiles } from '../evidence/files-at-hand.ts'
import { Sheet } from '../kit/Rows.tsx'
import classes from './posted.module.css'

/** What belongs to a posting: the address it is read at, and the photos that show it hung there. */
export function PostedSheet({ view }: { view: SeasonAreaView }) {
  const may = useMay()
  const isPosted = view.posting !== null && may('posted.one', view.areaUnitId)
  const posted = useAsk('posted.one', { seasonId: view.season.id, areaUnitId: view.areaUnitId }, { enabled: isPosted })
  const { begin } = useSendingFiles()
  const { postingId = null, address = '', isOpen = false, evidence = [], fromPage = [] } = posted.data ?? {}
  if (!isPosted || postingId === null) return null
  const send = (files: readonly File[]): void => begin({ kind: 'posting', id: postingId, name: `Niêm yết ${view.areaName}` }, files)
  return (
    <Sheet title="Niêm yết">
      {isOpen && address !== '' && <Address address={address} />}
      {!isOpen && <p className="soft">Trang cho người dân xem danh sách không mở lúc này.</p>}
      {fromPage.length > 0 && <p>{fromPage.length} ý kiến gửi từ trang niêm yết.</p>}
      {evidence.length === 0 ? (
        <p className="soft">Chưa có ảnh chụp nơi niêm yết.</p>
      ) : (
        <EvidenceFiles evidence={evidence} unitId={view.areaUnitId} />
      )}
      {may('evidence.attach', view.areaUnitId) && (
        <div className="row">
          <CameraButton onPick={send} />
          <FilesButton onPick={send} />
          <span className="soft small">{fittingFiles}</span>
        </div>
      )}
    </Sheet>
  )
}

function Address({ address }: { address: string }) {
  const square = useQuery({ queryKey: ['square', address], queryFn: () => drawSquare(address), staleTime: Infinity })
  return (
    <div className={classes.address}>
      {square.data && <img src={square.data} alt="Mã vuông dẫn tới trang niêm yết" />}
      <div className="stack-s">
        <p>Người dân xem danh sách và góp ý tại đây, không cần tài khoản, đến hết ngày niêm yết:</p>
        <code>{address}</code>
        <div className="row">
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Đã chép' : 'Chép địa chỉ'}
              </Button>
            )}
          </CopyButton>
          <Button component="a" variant="subtle" href={address} target="_blank" rel="noreferrer">
            Xem trang
          </Button>
        </div>
      </div>
    </div>
  )
}

/** The square is drawn in the browser; it is loaded when somebody wants it. */
async function drawSquare(text: string): Promise<string> {
  const { default: encodeQR } = await import('qr')
  return `data:image/svg+xml,${encodeURIComponent(encodeQR(text, 'svg', { ecc: 'medium' }))}`
}
