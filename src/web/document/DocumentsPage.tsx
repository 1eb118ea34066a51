import { Tabs, TextInput } from '@mantine/core'
import { getRouteApi, Link, Outlet, useChildMatches, useNavigate } from '@tanstack/react-router'
import { type DocumentView, directionWords } from '#contract/document.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { documentKinds } from '#domain/document/kinds.ts'
import { type DocumentDirection, documentDirections } from '#domain/document/registry.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { Row, Rows } from '../kit/Rows.tsx'

const route = getRouteApi('/frame/van-ban')
const order: readonly DocumentDirection[] = ['incoming', 'outgoing', 'reference']

/** The registers of a unit, searched without diacritics as one types. */
export function DocumentsPage() {
  const unitId = useUnitId()
  const { tim, so } = route.useSearch()
  const navigate = useNavigate()
  const direction = documentDirections.find(known => known === so)
  const mayRegister = useMay()('document.register', unitId)
  const openChild = useChildMatches().at(-1)
  const openId = (openChild?.params as { documentId?: string } | undefined)?.documentId
  const documents = useAsk('document.list', { unitId, search: tim, direction }, { keepsPrevious: true })
  const look = (patch: { tim?: string | undefined; so?: string | undefined }): void =>
    void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true })
  const [typed, type] = useTyped(tim ?? '', value => look({ tim: value || undefined }))
  const isWriting = /\/(vao-so|sua)$/u.test(openChild?.fullPath ?? '')
  const register = mayRegister && !isWriting && (
    <ButtonLink to="/van-ban/vao-so" search={true}>
      Vào sổ
    </ButtonLink>
  )
  return (
    <Screen title="Văn bản" actions={register}>
      <ListDetail
        detail={openChild ? <Outlet /> : null}
        list={
          <div className="stack">
            <Tabs value={direction ?? 'all'} onChange={value => look({ so: value === 'all' || value === null ? undefined : value })}>
              <Tabs.List aria-label="Sổ">
                <Tabs.Tab value="all">Tất cả</Tabs.Tab>
                {order.map(name => (
                  <Tabs.Tab key={name} value={name}>
                    {directionWords[name]}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs>
            <TextInput
              aria-label="Tìm văn bản"
              placeholder="Tìm số, ký hiệu, trích yếu, cơ quan; không cần dấu"
              value={typed}
              onChange={event => type(event.currentTarget.value)}
            />
            <Loaded of={documents}>
              {rows =>
                rows.length === 0 ? (
                  <EmptyState title={tim || direction ? 'Không có văn bản nào khớp' : 'Sổ chưa có văn bản nào'} next={register}>
                    Văn bản đến, văn bản đi và các căn cứ vào sổ ở đây; báo cáo viện dẫn từ sổ nên số, ngày, trích yếu luôn đúng như bản
                    gốc.
                  </EmptyState>
                ) : (
                  <Rows label="Văn bản">
                    {rows.map(document => (
                      <DocumentRow key={document.id} document={document} isSelected={document.id === openId} />
                    ))}
                  </Rows>
                )
              }
            </Loaded>
          </div>
        }
      />
    </Screen>
  )
}

function DocumentRow({ document, isSelected }: { document: DocumentView; isSelected: boolean }) {
  return (
    <Row
      isSelected={isSelected}
      title={
        <Link to="/van-ban/$documentId" params={{ documentId: document.id }} search={true}>
          {document.code}
        </Link>
      }
      second={document.subject}
      aside={
        <span>
          {documentKinds[document.kind].name} · {document.issuerName} · {formatDay(document.issuedOn)}
        </span>
      }
    />
  )
}
