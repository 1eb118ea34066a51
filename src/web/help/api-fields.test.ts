import { expect, test } from 'vitest'
import { fieldsOf } from './api-fields.ts'

const around = { operationId: 'x', tags: ['season'], summary: '', description: '', responses: {} } as const

test('what is sent is told line by line, lists and groups opened', () => {
  const schema = {
    type: 'object',
    required: ['on', 'candidates'],
    properties: {
      on: { title: 'Ngày', type: 'string', format: 'date' },
      candidates: {
        type: 'array',
        items: { type: 'object', required: ['id'], properties: { id: { title: 'Hộ', type: 'string', format: 'uuid' } } },
      },
      list: { anyOf: [{ type: 'object', properties: { for: { title: 'Đồng ý', type: 'integer' } } }, { type: 'null' }] },
      kind: { title: 'Loại', type: 'string', enum: ['objection', 'remark'] },
      place: { title: 'Nơi', type: 'string', maxLength: 300 },
    },
  } as const
  const told = fieldsOf({ ...around, requestBody: { required: true, content: { 'application/json': { schema } } } })
  expect(told.map(({ path, label, kind, isRequired }) => [path, label, kind, isRequired])).toEqual([
    ['on', 'Ngày', 'ngày, như 2026-01-31', true],
    ['candidates', '', 'danh sách', true],
    ['candidates[].id', 'Hộ', 'mã (UUID)', true],
    ['list', '', 'nhóm hoặc trống', false],
    ['list.for', 'Đồng ý', 'số nguyên', false],
    ['kind', 'Loại', 'objection | remark', false],
    ['place', 'Nơi', 'chữ, tới 300 ký tự', false],
  ])
})

test('what stands in the address comes first', () => {
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string', title: 'Báo cáo' } }] as const
  expect(fieldsOf({ ...around, parameters })).toEqual([{ path: 'id', label: 'Báo cáo', kind: 'chữ', isRequired: true }])
})
