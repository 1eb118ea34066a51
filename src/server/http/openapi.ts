import { readFileSync } from 'node:fs'
import type { ApiDescription, ApiMethod, ApiOperation, ApiParameter, ApiSchema } from '#contract/api-description.ts'
import { fileWords, queryWords, sayCommand } from '#contract/command-words.ts'
import { bodies, type CommandName, params, type QueryName, rights } from '#contract/index.ts'
import { sayRight } from '#contract/right-words.ts'
import type { Right } from '#domain/account/access.ts'
import { allCommands, allFileQueries, allQueries } from '../routes.ts'
import type { FileQuery } from './definitions.ts'
import { type Doorway, doorways } from './openapi-doors.ts'
import { refusalResponses, refusalSchema, refusalsOf } from './openapi-refusals.ts'
import { toParameters, toSchema } from './openapi-schema.ts'

type Described = { readonly method: ApiMethod; readonly path: string; readonly operation: ApiOperation }

/** Everything that can be asked of the server, as OpenAPI 3.1, out of the very schemas that requests are read by. */
export function describeApi(): ApiDescription {
  const described: Described[] = [
    ...doorways.map(describeDoorway),
    ...allCommands.map(({ name }) =>
      describe('post', name, { summary: sayCommand(name), body: toSchema(bodies[name]), ...answerOf(name) }),
    ),
    ...allQueries.map(({ name }) =>
      describe('get', name, { summary: queryWords[name], parameters: toParameters(params[name]), ...answerOf(name) }),
    ),
    ...allFileQueries.map(describeFile),
  ]
  const words = [...new Set(described.map(({ operation }) => operation.tags[0]))]
  const paths: Record<string, Partial<Record<ApiMethod, ApiOperation>>> = {}
  for (const { method, path, operation } of described) paths[path] = { ...paths[path], [method]: operation }
  return {
    openapi: '3.1.1',
    info: { title: 'Nếp', version: versionOfHouse(), description: introduction },
    servers: [{ url: '/api' }],
    tags: words.map(name => ({ name, description: wordNames[name] ?? name })),
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'nep.session_token' } },
      schemas: { ...answers.schemas, Refusal: refusalSchema },
      responses: refusalResponses(words),
    },
  }
}

const introduction = `Mọi việc làm được trên màn hình đều đi qua các địa chỉ này.

- **Lệnh** (POST) thay đổi dữ liệu trong một giao dịch: được thì lưu trọn, bị từ chối thì không lưu gì. Mã \`id\` do bên gửi đặt (UUID), nên gửi lại cùng nội dung chỉ ghi một lần. \`revision\` là phiên bản đang sửa: người lưu sau được báo.
- **Câu hỏi** (GET) chỉ đọc.
- Đăng nhập bằng POST /session rồi gửi kèm cookie nhận được. Quyền theo vai trò, đơn vị và bước của việc.
- Ngày viết như 2026-01-31. Chữ được cắt khoảng trắng hai đầu và chuẩn hóa NFC.
- Bị từ chối thì có mã (\`code\`, không đổi nghĩa) và một câu tiếng Việt (\`message\`); \`fields\` chỉ chỗ nhập sai. Việc chạm tới phần khác có thể bị từ chối bằng mã của phần ấy.
- Được thì trả lời 200 và nội dung, hoặc 204 khi không có gì để nói. Câu trả lời có thể thêm mục mới về sau: mục không biết thì bỏ qua.`

/** Which part of the house a path belongs to, by the word before its first dot. */
const wordNames: Readonly<Record<string, string>> = {
  session: 'Phiên làm việc',
  openapi: 'Bản mô tả',
  account: 'Tài khoản, vai trò',
  audit: 'Nhật ký',
  org: 'Đơn vị',
  document: 'Văn bản',
  plan: 'Kế hoạch',
  activity: 'Hoạt động',
  evidence: 'Minh chứng',
  household: 'Sổ hộ',
  title: 'Danh hiệu và quy định',
  season: 'Bình xét',
  posted: 'Danh sách niêm yết',
  certificate: 'Giấy công nhận',
  report: 'Báo cáo',
  search: 'Tìm',
  notice: 'Thông báo',
  today: 'Hôm nay',
  overview: 'Tổng quan',
}

type Parts = {
  readonly summary: string
  readonly who?: string
  readonly isPublic?: boolean
  readonly parameters?: readonly ApiParameter[]
  readonly body?: ApiSchema
  readonly takesFile?: boolean
  readonly givesFile?: boolean
  /** What is answered; nothing told: nothing is answered, or a file. */
  readonly answer?: ApiSchema
}

type Answers = Record<'answers' | 'schemas', Readonly<Record<string, ApiSchema>>>
const answers: Answers = JSON.parse(readFileSync(new URL('../../contract/answers.json', import.meta.url), 'utf8'))

/** As `npm run answers` wrote it from the types; a command may have nothing to say. */
function answerOf(name: CommandName | QueryName): { readonly answer?: ApiSchema } {
  const answer = answers.answers[name] ?? {}
  return answer['not'] === undefined ? { answer } : {}
}

function describe(method: ApiMethod, path: string, parts: Parts): Described {
  const word = path.split(/[./]/u)[0]?.replace(/^sessions$/u, 'session') ?? ''
  const { summary, who = whoMay(path), isPublic = false, parameters = [], givesFile = false } = parts
  const body = parts.takesFile ? fileForm : parts.body && { 'application/json': { schema: parts.body } }
  const said = givesFile ? { '*/*': { schema: { type: 'string' } } } : parts.answer && { 'application/json': { schema: parts.answer } }
  const answer = { description: givesFile ? 'Tệp' : 'Được', ...(said && { content: said }) }
  return {
    method,
    path: `/${path.replaceAll(/:(\w+)/gu, '{$1}')}`,
    operation: {
      operationId: `${method}.${path}`,
      tags: [word],
      summary,
      description: who,
      ...(isPublic && { security: [] as const }),
      ...(parameters.length > 0 && { parameters }),
      ...(body && { requestBody: { required: true as const, content: body } }),
      responses: { '2XX': answer, ...refusalsOf(word) },
    },
  }
}

const fileForm = {
  'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } },
}

function describeDoorway({ method, path, summary, who, isPublic, params: asked, body, takesFile }: Doorway): Described {
  return describe(method, path, {
    summary,
    who,
    ...(isPublic && { isPublic }),
    ...(asked && { parameters: toParameters(asked) }),
    ...(body && { body: toSchema(body) }),
    ...(takesFile && { takesFile }),
  })
}

function describeFile({ method, path, params: asked }: FileQuery): Described {
  const taken = method === 'POST' ? { body: toSchema(asked) } : { parameters: toParameters(asked, path) }
  return describe(method === 'POST' ? 'post' : 'get', path, { summary: fileWords[path] ?? path, givesFile: true, ...taken })
}

function whoMay(name: string): string {
  const right = (rights as Readonly<Record<string, Right>>)[name]
  return right ? sayRight(right) : 'Ai đọc được mục mà tệp thuộc về thì mở được tệp.'
}

function versionOfHouse(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
  return version
}
