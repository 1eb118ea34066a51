import { Button } from '@mantine/core'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { sayInstant } from '../clock.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { excerptOf, keptUntil } from './kept-drafts.ts'
import type { Form } from './useCommand.ts'

/** Over a form: what was taken up again of what was typed before, and what is offered while nothing is typed here. */
export function FormDrafts<Values extends object>({ form }: { form: Form<Values> }) {
  return (
    <>
      {form.isRestored && (
        <Notice>
          <div className="row">
            <span>Đã lấy lại nội dung bạn nhập dở trên máy này.</span>
            <Button variant="subtle" onClick={form.forget}>
              Nhập lại từ đầu
            </Button>
          </div>
        </Notice>
      )}
      {!form.isDirty &&
        form.left.map(draft => {
          const excerpt = excerptOf(draft.value)
          return (
            <Notice key={draft.key}>
              <p>
                Máy này còn nội dung bạn nhập dở {sayInstant(draft.at)}, ở thẻ khác hoặc trước khi đóng trình duyệt; giữ đến{' '}
                {formatDay(keptUntil(draft))}.
              </p>
              {excerpt !== null && <p className="soft">{excerpt}</p>}
              <div className="row">
                <Button variant="default" onClick={() => form.takeLeft(draft)}>
                  Lấy lại
                </Button>
                <Button variant="subtle" onClick={() => form.dropLeft(draft)}>
                  Bỏ
                </Button>
              </div>
            </Notice>
          )
        })}
    </>
  )
}
