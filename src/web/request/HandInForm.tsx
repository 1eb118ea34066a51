import { Textarea } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { codesOf } from '#domain/indicator/figure-form.ts'
import { FormView } from '../app/FormView.tsx'
import { readAnew } from '../app/queries.ts'
import { text, useCommand } from '../app/useCommand.ts'
import { Notice } from '../kit/RefusalBanner.tsx'
import { indicatorIn, type Look } from './look.ts'
import classes from './return.module.css'

const route = getRouteApi('/frame/bao-cao/dot/$requestId/$unitId')

/** Before it goes: what is missing by name, what is asked about and not answered. Neither holds it up. */
export function HandInForm({ look, onClose }: { look: Look; onClose: () => void }) {
  const { view, writing } = look
  const navigate = route.useNavigate()
  const isCorrection = view.state === 'accepted'
  const form = useCommand({
    name: 'return.handIn',
    start: { reason: '' },
    toBody: values => ({ ...values, requestId: view.request.id, unitId: view.unitId, revision: writing?.desk.state().revision }),
    draft: `return.handIn:${view.request.id}:${view.unitId}`,
    onDone: async () => {
      onClose()
      await navigate({ search: before => ({ ...before, sua: undefined }) })
      await readAnew('return', 'request', 'figure', 'today')
    },
  })
  const unsent = writing?.state.unsent ?? 0
  if (unsent > 0)
    return (
      <Notice tone="soon">
        Còn {unsent} chỗ chưa lưu được: ô chưa đọc được, chỗ đồng nghiệp ghi khác, hoặc mạng chưa thông. Xem lại các chỗ ấy rồi gửi; những
        gì bạn gõ còn nguyên.
      </Notice>
    )
  const order = view.form.parts.flatMap(part => (part.kind === 'narrative' ? [part.key] : codesOf(part)))
  const placeOf = ({ places: [place] }: Look['flags'][number]): number => order.indexOf(place?.key ?? '')
  const missing = look.flags.filter(flag => flag.rule === 'missing').toSorted((a, b) => placeOf(a) - placeOf(b))
  const open = look.flags.filter(flag => flag.rule !== 'missing' && flag.kept === null)
  return (
    <FormView form={form} submitLabel={isCorrection ? 'Gửi đính chính' : 'Gửi báo cáo'} onCancel={onClose}>
      {missing.length > 0 && (
        <div className="stack-s">
          <p>
            <b>Chưa có {missing.length} chỗ.</b> Ô trống được cộng là “chưa có số liệu”, không phải 0:
          </p>
          <ul className={classes.missing}>
            {missing.map(flag => (
              <li key={flag.key}>{nameOfPlace(look, flag.places[0]) ?? flag.sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {open.length > 0 && (
        <div className="stack-s">
          <p>
            <b>{open.length} chỗ được nhắc chưa trả lời.</b> Vẫn gửi được; cấp trên thấy các nhắc này:
          </p>
          <ul className={classes.list}>
            {open.map(flag => (
              <li key={flag.key}>{flag.sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {missing.length === 0 && open.length === 0 && <p>Đủ số, không có chỗ nào được nhắc.</p>}
      {isCorrection && <Textarea label="Lý do đính chính" {...text(form, 'reason')} autosize minRows={2} />}
    </FormView>
  )
}

function nameOfPlace(look: Look, place: Look['flags'][number]['places'][number] | undefined): string | undefined {
  if (place?.kind === 'part') return look.view.form.parts.find(({ key }) => key === place.key)?.heading
  return place && indicatorIn(look, place.key)?.name
}
