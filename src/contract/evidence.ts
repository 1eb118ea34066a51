import { z } from 'zod'
import { type Evidence, type EvidenceRefusal, evidenceOwnerKinds } from '#domain/evidence/evidence.ts'
import { id, line, oneOf } from './fields.ts'
import type { RefusalText } from './refusal-text.ts'

/** Beside the file itself, which travels as a form: what it shall be called by and what it belongs to. */
export const attachQuery = z.strictObject({
  id: id('Minh chứng'),
  ownerKind: oneOf('Nơi có minh chứng', evidenceOwnerKinds),
  ownerId: id('Nơi có minh chứng'),
})

export const evidenceBodies = {
  'evidence.detach': z.strictObject({ id: id('Minh chứng'), reason: line('Lý do gỡ') }),
}

export type EvidenceAnswers = { 'evidence.attach': Evidence; 'evidence.detach': undefined }

export const evidenceRefusals: Record<EvidenceRefusal, RefusalText> = {
  'evidence.unknown': { status: 404, say: 'Không có minh chứng này.' },
  'evidence.unknown-owner': { status: 404, say: 'Không có hoạt động, kết quả hay lần niêm yết mà minh chứng này thuộc về.' },
  'evidence.owner-removed': { status: 409, say: 'Nơi có minh chứng này đã được bỏ: không thêm, không gỡ được nữa.' },
  'evidence.file-too-large': { status: 413, say: d => `Tệp lớn quá ${d.megabytes} MB.` },
  'evidence.file-type': { status: 415, say: 'Chỉ nhận ảnh JPEG, PNG, WebP và tệp PDF, DOCX, XLSX; nội dung tệp phải đúng loại.' },
  'evidence.file-empty': { status: 422, say: 'Tệp rỗng.' },
  'evidence.file-name': { status: 422, say: 'Tên tệp có ký tự không dùng được hoặc dài quá 200 ký tự: đổi tên rồi gửi lại.' },
}
