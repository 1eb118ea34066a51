import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { CertificateKeys, CertificateState } from '#contract/certificate.ts'
import { type CodeFinding, checkCode, codeIn } from '#contract/certificate-code.ts'
import { sayStatement, sayVerdict } from '#contract/certificate-words.ts'
import { Fact, Facts } from '../kit/Facts.tsx'
import { Notice } from '../kit/RefusalBanner.tsx'
import classes from './verify.module.css'

type Answer =
  | { readonly kind: 'unreached' }
  | { readonly kind: 'found'; readonly finding: CodeFinding; readonly state: CertificateState | null }

/** Anybody checks a certificate: the code stays in the browser, the house is asked for its keys and for a revocation only. */
export function VerifyPage() {
  const [code, setCode] = useState(() => codeIn(location.hash))
  const [typed, setTyped] = useState('')
  const [answered, setAnswered] = useState<{ readonly code: string; readonly answer: Answer } | null>(null)
  const answer = answered?.code === code ? answered.answer : null
  useEffect(() => {
    document.title = 'Xác minh giấy công nhận · Nếp'
    const follow = (): void => setCode(codeIn(location.hash))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    if (code === '') return
    let isLeft = false
    void check(code).then(found => (isLeft ? undefined : setAnswered({ code, answer: found })))
    return () => {
      isLeft = true
    }
  }, [code])
  return (
    <main className={classes.gate}>
      <div className={classes.card}>
        <h1>Xác minh giấy công nhận</h1>
        <div aria-live="polite">{code !== '' && (answer ? <Verdict answer={answer} /> : <p className="soft">Đang xác minh</p>)}</div>
        <form
          className="stack-s"
          onSubmit={event => {
            event.preventDefault()
            setCode(codeIn(typed))
          }}
        >
          <Textarea
            label={code !== '' ? 'Xác minh giấy khác' : 'Mã trên giấy'}
            description="Quét mã vuông trên giấy bằng máy ảnh điện thoại, hoặc dán nội dung đọc được vào đây"
            autosize
            minRows={2}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" disabled={typed.trim() === ''}>
              Xác minh
            </Button>
          </div>
        </form>
        <p className="soft small">
          Nơi không có mạng: <a href="/api/certificate.page">tải trang xác minh</a> về máy, mở bằng trình duyệt bất kỳ.
        </p>
      </div>
    </main>
  )
}

async function check(code: string): Promise<Answer> {
  try {
    const finding = isSecureContext
      ? await checkCode(code, (await read<CertificateKeys>('/api/certificate.keys')).keys)
      : await read<CodeFinding>('/api/certificate.check', { code })
    const id = finding.kind === 'genuine' ? finding.statement.id : null
    const state = id === null ? null : await read<CertificateState>(`/api/certificate.state?id=${encodeURIComponent(id)}`)
    return { kind: 'found', finding, state }
  } catch {
    return { kind: 'unreached' }
  }
}

async function read<Value>(address: string, body?: object): Promise<Value> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(address, body && { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(address)
  return (await answer.json()) as Value
}

function Verdict({ answer }: { answer: Answer }): ReactNode {
  if (answer.kind === 'unreached') return <Notice tone="late">Chưa nối được với nơi cấp giấy; thử lại sau ít phút.</Notice>
  const { finding, state } = answer
  const { isGood, sentence } = sayVerdict(finding, state)
  return (
    <div className="stack-s">
      <Notice tone={isGood ? 'done' : 'late'}>{sentence}</Notice>
      {finding.kind === 'genuine' && (
        <Facts>
          {sayStatement(finding.statement).map(([label, value]) => (
            <Fact key={label} label={label}>
              {value}
            </Fact>
          ))}
        </Facts>
      )}
    </div>
  )
}
