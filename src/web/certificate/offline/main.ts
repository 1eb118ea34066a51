import { hashes, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'
import type { CertificateKeys } from '#contract/certificate.ts'
import { checkCode, fromBase64Url, type VerifySignature } from '#contract/certificate-code.ts'
import { sayStatement, sayVerdictOffline } from '#contract/certificate-words.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { readPicture } from './picture.ts'

// The page for where there is no network: one file, without the application. Signatures are reckoned by a library, since
// the machines that need such a page have browsers that know no Ed25519 (Chrome before 137).

hashes.sha512 = sha512

const bySelf: VerifySignature = async ({ x }, signature, said) => {
  const key = fromBase64Url(x)
  try {
    return key !== undefined && verify(signature, said, key, { zip215: false })
  } catch {
    return false // what is no key and no signature signed nothing
  }
}

const published = JSON.parse(element('keys').textContent) as CertificateKeys
const verdict = element('verdict')
const typed = element('typed') as HTMLTextAreaElement
const picture = element('picture') as HTMLInputElement

element('about').textContent =
  `Trang này dùng được khi không có mạng: có sẵn ${published.keys.length} khóa công khai và các lần thu hồi đến ngày ` +
  `${formatDay(published.publishedOn)}. Danh hiệu bị thu hồi sau ngày ấy thì trang này không biết.`

document.querySelector('form')?.addEventListener('submit', event => {
  event.preventDefault()
  void show(typed.value)
})
picture.addEventListener('change', () => {
  const [file] = picture.files ?? []
  if (file)
    void readPicture(file).then(code =>
      code === null ? say(false, 'Không thấy mã vuông trong ảnh này: chụp lại gần hơn, đủ sáng.') : show(code),
    )
})

async function show(code: string): Promise<void> {
  if (code.trim() === '') return
  const finding = await checkCode(code, published.keys, bySelf)
  const { isGood, sentence } = sayVerdictOffline(finding, published)
  say(isGood, sentence)
  if (finding.kind !== 'genuine') return
  const facts = document.createElement('dl')
  for (const [label, value] of sayStatement(finding.statement)) {
    const [name, said] = [document.createElement('dt'), document.createElement('dd')]
    name.textContent = label
    said.textContent = value
    facts.append(name, said)
  }
  verdict.append(facts)
}

function say(isGood: boolean, sentence: string): void {
  const line = document.createElement('p')
  line.textContent = sentence
  verdict.dataset['good'] = String(isGood)
  verdict.replaceChildren(line)
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(id)
  return found
}
