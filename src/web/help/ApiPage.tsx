import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type ApiDescription, type ApiOperation, type ApiResponse, apiMethods } from '#contract/api-description.ts'
import { searchKey } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import classes from './api.module.css'
import { fieldsOf } from './api-fields.ts'

type Line = { readonly method: string; readonly path: string; readonly operation: ApiOperation }

/** What other programs can ask of this house, as they read it themselves: the same text, in the words of people. */
export function ApiPage() {
  const description = useQuery({ queryKey: ['openapi'], queryFn: readDescription, staleTime: Infinity })
  useEffect(() => {
    document.title = 'Giao diện lập trình · Nếp'
  }, [])
  return (
    <main className={classes.page}>
      <h1>Giao diện lập trình</h1>
      <Loaded of={description}>{known => <Description known={known} />}</Loaded>
    </main>
  )
}

function Description({ known }: { known: ApiDescription }) {
  const [sought, setSought] = useState('')
  const words = searchKey(sought).split(' ')
  const lines = Object.entries(known.paths).flatMap(([path, methods]) =>
    apiMethods.flatMap(method => (methods[method] ? [{ method: method.toUpperCase(), path, operation: methods[method] }] : [])),
  )
  const found = lines.filter(({ path, operation }) => words.every(word => searchKey(`${path} ${operation.summary}`).includes(word)))
  return (
    <div className="stack">
      <p className={classes.introduction}>{plainLines(known.info.description)}</p>
      <p className="soft">
        Bản {known.info.version} · <a href="/api/openapi.json">openapi.json</a> cho máy đọc
      </p>
      <TextInput
        label="Tìm việc"
        placeholder="niem yet, season.post …"
        value={sought}
        onChange={event => setSought(event.currentTarget.value)}
      />
      <p className="soft" aria-live="polite">
        {found.length}/{lines.length} việc
      </p>
      {known.tags.map(({ name, description }) => {
        const own = found.filter(({ operation }) => operation.tags[0] === name)
        return (
          own.length > 0 && (
            <section key={name} className={classes.word}>
              <h2>{description}</h2>
              {own.map(line => (
                <Operation key={line.operation.operationId} line={line} known={known} />
              ))}
            </section>
          )
        )
      })}
    </div>
  )
}

function Operation({ line: { method, path, operation }, known }: { line: Line; known: ApiDescription }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={classes.operation} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <code>
          {method} /api{path}
        </code>
        <span>{operation.summary}</span>
      </summary>
      {isOpen && <Opened operation={operation} known={known} />}
    </details>
  )
}

function Opened({ operation, known }: { operation: ApiOperation; known: ApiDescription }) {
  const fields = fieldsOf(operation)
  return (
    <div className={classes.opened}>
      <p>{operation.description}</p>
      {fields.length > 0 && (
        <div className={classes.wide}>
          <table>
            <thead>
              <tr>
                <th scope="col">Mục</th>
                <th scope="col">Là</th>
                <th scope="col">Ghi</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ path, label, kind, isRequired }) => (
                <tr key={path}>
                  <td>
                    <code>{path}</code>
                  </td>
                  <td>{label}</td>
                  <td>
                    {kind}
                    {!isRequired && <span className="soft"> · không bắt buộc</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h3>Có thể bị từ chối</h3>
      {Object.entries(operation.responses).map(([status, response]) => (
        <Refusals key={status} status={status} response={response} known={known} />
      ))}
    </div>
  )
}

const statusWords: Readonly<Record<string, string>> = {
  400: 'nội dung gửi không đúng mẫu',
  403: 'không thuộc quyền, hoặc chưa đăng nhập',
  404: 'không có mục ấy',
  409: 'không hợp với hiện trạng',
  413: 'lớn quá mức nhận',
  415: 'loại tệp không nhận',
  422: 'quy định không cho',
  429: 'hỏi quá dày',
  500: 'máy chủ gặp lỗi',
  507: 'ổ đĩa đầy',
}

function Refusals({ status, response, known }: { status: string; response: ApiResponse; known: ApiDescription }) {
  const said = '$ref' in response ? known.components.responses[response.$ref.split('/').at(-1) ?? '']?.description : undefined
  if (said === undefined) return null
  return (
    <details className={classes.refusals}>
      <summary>
        {status} <span className="soft">{statusWords[status]}</span>
      </summary>
      <ul>
        {said.split('\n').map(line => {
          const [, code = '', sentence = ''] = /^- `([^`]+)` (.*)$/u.exec(line) ?? []
          return (
            <li key={code}>
              <code>{code}</code> {sentence}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** The introduction is marked up for readers of Markdown. */
function plainLines(text: string): string {
  return text.replaceAll(/^- /gmu, '• ').replaceAll(/\*\*|`/gu, '')
}

async function readDescription(): Promise<ApiDescription> {
  const answer = await fetch('/api/openapi.json')
  if (!answer.ok) throw new Error('openapi.json')
  return (await answer.json()) as ApiDescription
}
