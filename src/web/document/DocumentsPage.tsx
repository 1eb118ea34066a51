import { Select, Tabs, TextInput } from '@mantine/core'
import { getRouteApi, Link, Outlet, useChildMatches, useNavigate } from '@tanstack/react-router'
import { type DocumentView, directionWords } from '#contract/document.ts'
import { formatDay, yearOf } from '#domain/calendar/plain-date.ts'
import { type DocumentKind, documentKinds } from '#domain/document/kinds.ts'
import { type DocumentDirection, documentDirections } from '#domain/document/registry.ts'
import { ask } from '../api.ts'
import { readAllRows, sayCount, useListAbout } from '../app/all-rows.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useTyped } from '../app/useTyped.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Found } from '../kit/Found.tsx'
import { ListDetail } from '../kit/ListDetail.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import { plainFilter } from '../kit/plain-filter.ts'
import { Row, Rows } from '../kit/Rows.tsx'
import { documentColumns } from './document-columns.ts'
import classes from './documents.module.css'
import { kindOptions, yearOptions } from './options.ts'

const route = getRouteApi('/frame/van-ban')
const order: readonly DocumentDirection[] = ['incoming', 'outgoing', 'reference']

type Look = { tim?: string | undefined; so?: string | undefined; loai?: string | undefined; nam?: string | undefined }

/** The registers of a unit, searched without diacritics as one types. */
export function DocumentsPage() {
  const unitId = useUnitId()
  const mayRegister = useMay()('document.register', unitId)
  const openChild = useChildMatches().at(-1)
  if ((openChild?.search as { xem?: string } | undefined)?.xem === 'so-do')
    return (
      <Screen title="Văn bản">
        <Outlet />
      </Screen>
    )
  const openId = (openChild?.params as { documentId?: string } | undefined)?.documentId
  const isWriting = /\/(vao-so|sua)$/u.test(openChild?.fullPath ?? '')
  const register = mayRegister && !isWriting && (
    <ButtonLink to="/van-ban/vao-so" search={true}>
      Vào sổ
    </ButtonLink>
  )
  const actions = (
    <>
      <ButtonLink variant="default" to="/van-ban/so-dang-ky" search={{}}>
        Sổ đăng ký
      </ButtonLink>
      {register}
    </>
  )
  return (
    <Screen title="Văn bản" actions={actions}>
      <ListDetail
        opened={openId}
        detail={openChild ? <Outlet /> : null}
        list={<DocumentList unitId={unitId} openId={openId} register={register} />}
      />
    </Screen>
  )
}

function DocumentList({ unitId, openId, register }: { unitId: string; openId: string | undefined; register: React.ReactNode }) {
  const { tim, so, loai, nam } = route.useSearch()
  const { today } = useSession()
  const navigate = useNavigate()
  const direction = documentDirections.find(known => known === so)
  const kind = loai !== undefined && loai in documentKinds ? (loai as DocumentKind) : undefined
  const year = nam !== undefined && /^\d{4}$/u.test(nam) ? nam : undefined
  const filter = { unitId, search: tim, direction, kind, year }
  const documents = useAsk('document.list', filter, { keepsPrevious: true })
  const about = useListAbout(
    direction && directionWords[direction],
    kind && documentKinds[kind].name,
    year && `năm ${year}`,
    tim && `tìm “${tim}”`,
  )
  const look = (patch: Look): void => void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true })
  const [typed, type] = useTyped(tim ?? '', value => look({ tim: value || undefined }))
  const isNarrowed = Boolean(tim || direction || kind || year)
  return (
    <div className={`stack ${classes.list}`}>
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
      <div className={classes.filters} role="search">
        <TextInput
          aria-label="Tìm văn bản"
          type="search"
          placeholder="Số, ký hiệu, vài chữ trích yếu, cơ quan, năm; không cần dấu"
          value={typed}
          onChange={event => type(event.currentTarget.value)}
        />
        <Select
          aria-label="Loại văn bản"
          placeholder="Mọi loại"
          data={kindOptions}
          value={kind ?? null}
          onChange={value => look({ loai: value ?? undefined })}
          filter={plainFilter}
          searchable
          clearable
        />
        <Select
          aria-label="Năm văn bản"
          placeholder="Mọi năm"
          data={yearOptions(yearOf(today), year)}
          value={year ?? null}
          onChange={value => look({ nam: value ?? undefined })}
          searchable
          clearable
        />
      </div>
      <Loaded of={documents}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState title={isNarrowed ? 'Không có văn bản nào khớp' : 'Sổ chưa có văn bản nào'} next={isNarrowed ? null : register}>
              {isNarrowed
                ? 'Thử ít chữ hơn, hoặc bỏ bớt sổ, loại, năm đang chọn.'
                : 'Văn bản đến, văn bản đi và các căn cứ vào sổ ở đây; báo cáo viện dẫn từ sổ nên số, ngày, trích yếu luôn đúng như bản gốc.'}
            </EmptyState>
          ) : (
            <>
              <ListHead words={sayCount(rows.length, 'văn bản')}>
                <ListExport
                  title="Văn bản"
                  about={about}
                  columns={documentColumns}
                  rows={onProgress => readAllRows(skip => ask('document.list', { ...filter, skip }), onProgress)}
                />
              </ListHead>
              <MoreRows key={`${unitId} ${tim} ${so} ${loai} ${nam}`} rows={rows}>
                {shown => (
                  <Rows label="Văn bản">
                    {shown.map(document => (
                      <DocumentRow key={document.id} document={document} isSelected={document.id === openId} search={tim} />
                    ))}
                  </Rows>
                )}
              </MoreRows>
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function DocumentRow({ document, isSelected, search }: { document: DocumentView; isSelected: boolean; search: string | undefined }) {
  return (
    <Row
      isSelected={isSelected}
      title={
        <Link to="/van-ban/$documentId" params={{ documentId: document.id }} search={true}>
          <Found text={document.code} search={search} />
        </Link>
      }
      second={<Found text={document.subject} search={search} />}
      aside={
        <span>
          <Found text={`${documentKinds[document.kind].name} · ${document.issuerName} · ${formatDay(document.issuedOn)}`} search={search} />
        </span>
      }
    />
  )
}
