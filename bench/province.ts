import { join } from 'node:path'
import { sql } from 'kysely'
import { type Database, type Db, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'
import { loadDemo } from '#server/demo/demo.ts'
import { unitIds } from '#server/demo/office.ts'
import { openFileStore } from '#server/files.ts'
import { saveDemoAccounts } from '#server/setting.store.ts'
import { type World, withWorkingDay } from '#server/world.ts'

/** Whoever looks from the top of the province, beside the office's own people. */
export const viewer = 'nguoixem'
/** The day the list is asked for. */
export const day = { from: '2022-03-01', until: '2022-03-02' } as const

/**
 * A province after three years of work, around the demonstration: as many activities as asked for, a fifth as many
 * documents, a tenth as many tasks given to two units each, of which six in ten were answered, people and reports. A tenth
 * of the activities is one department's, some fifty a day.
 */
export async function openProvince(folder: string, records: number): Promise<World> {
  const url = process.env['DATABASE_URL']
  const database = await openDatabase(url ? { kind: 'server', url } : { kind: 'embedded', folder: join(folder, 'database') })
  await migrate(database)
  const world = { database, files: openFileStore(join(folder, 'files')), workingDay: null, address: '' }
  await saveDemoAccounts(database.kysely, await loadDemo(world))
  await fill(database.kysely, records)
  await look(database)
  return withWorkingDay(world)
}

async function fill(tx: Db, records: number): Promise<void> {
  const units = sql`unit as materialized (
    select (row_number() over (order by unit_id) - 1)::integer as n, (count(*) over ())::integer as of, unit_id, name, search_key(name) as key
    from org_unit_version where valid @> '2022-06-15'::date)`
  const words = sql`word as materialized (
    select (ordinality - 1)::integer as n, text, search_key(text) as key
    from unnest(array['Hội thao', 'Giám sát bình xét', 'Tuyên truyền pháp luật', 'Hội thi tiếng hát', 'Ngày hội đại đoàn kết', 'Tập huấn cán bộ',
      'Giao lưu văn nghệ', 'Thăm tặng quà', 'Ra quân dọn vệ sinh', 'Bình xét gia đình văn hóa', 'Giải bóng chuyền', 'Hội nghị sơ kết'])
      with ordinality as given(text, ordinality))`
  const ownDays = Math.max(1, Math.round(records / 10 / 50))
  await sql`
    with ${units}, ${words}
    insert into activity (id, host_unit_id, kind, name, starts_on, ends_on, place, participant_count, participant_quality,
      participant_qualifier, money, campaign, narrative, recorded_by, search_key)
    select gen_random_uuid(), case when i % 10 = 0 then ${unitIds.economy}::uuid else unit.unit_id end,
      (array['sport', 'supervision', 'dissemination', 'contest', 'festival', 'training'])[1 + i % 6], word.text || ' lần ' || i, began, began + i % 3,
      unit.name, case when i % 5 < 4 then 20 + i % 300 end, case when i % 5 < 3 then 'counted' when i % 5 = 3 then 'estimated' end,
      case when i % 5 = 3 then 'trên' end, case when i % 3 = 0 then money else '[]' end,
      (array['whole', 'family', 'residentialArea', 'exercise'])[1 + i % 4], repeat(word.text || ' tại ' || unit.name || '. ', 6), 'Minh Họa',
      word.key || ' lan ' || i || ' ' || unit.key || repeat(' ' || word.key || ' tai ' || unit.key || '.', 6)
    from generate_series(1, ${records}::integer) as i
    join unit on unit.n = (i * 7) % unit.of join word on word.n = (i / 3) % 12
    cross join lateral (select
      case when i % 10 = 0 then ${day.from}::date - i / 10 % ${ownDays}::integer else date '2022-06-14' - (i * 11) % 1095 end as began,
      jsonb_build_array(jsonb_build_object('source', (array['unitFund', 'stateBudget', 'poorFund'])[1 + i % 3], 'amount', 1000000 + i, 'note', '')) as money
    ) as made`.execute(tx)
  await sql`
    with ${units}, ${words}
    insert into registered_document (id, owner_unit_id, direction, kind, code, issued_on, issuer_name, subject, valid, search_key)
    select gen_random_uuid(), unit.unit_id, (array['incoming', 'outgoing'])[1 + i % 2], 'plan', i || '/KH-UBND', made.issued_on, unit.name,
      word.text || ' tại ' || unit.name, daterange(made.issued_on, null), i || '/kh-ubnd ' || word.key || ' tai ' || unit.key || ' ' || unit.key
    from generate_series(1, ${records}::integer / 5) as i
    join unit on unit.n = (i * 7) % unit.of join word on word.n = (i / 3) % 12
    cross join lateral (select date '2022-06-14' - (i * 11) % 1095 as issued_on) as made`.execute(tx)
  await sql`
    with ${units} insert into plan (id, owner_unit_id, year, title)
    select gen_random_uuid(), unit_id, year, 'Kế hoạch phong trào năm ' || year || ' của ' || name from unit, generate_series(2019, 2022) as year`.execute(
    tx,
  )
  await sql`
    with ${units}, ${words}, drawn as materialized (select (row_number() over (order by id) - 1)::integer as n, (count(*) over ())::integer as of, id, year from plan)
    insert into task (id, plan_id, position, name, instruction, theme, lead_unit_id, starts_on, due_on)
    select gen_random_uuid(), drawn.id, i, word.text || ' đợt ' || i, repeat(word.text || ' tại ' || unit.name || '. ', 4), 'sport', unit.unit_id,
      make_date(drawn.year, 1, 1), make_date(drawn.year, 1 + i % 12, 20)
    from generate_series(1, ${records}::integer / 10) as i
    join drawn on drawn.n = (i * 13) % drawn.of join unit on unit.n = (i * 7) % unit.of join word on word.n = (i / 3) % 12`.execute(tx)
  await sql`
    with ${units}, given as (
      insert into assignment (id, task_id, unit_id, part, assigned_on)
      select gen_random_uuid(), task.id, assigned.unit_id, assigned.part, task.starts_on
      from task join unit lead on lead.unit_id = task.lead_unit_id
      cross join lateral (
        select task.lead_unit_id as unit_id, 'lead' as part
        union all select unit.unit_id, 'support' from unit where unit.n = (lead.n + 1) % unit.of
      ) as assigned
      where not exists (select from assignment where assignment.task_id = task.id)
      returning id, assigned_on
    )
    insert into progress (id, assignment_id, sequence, reported_on, state, narrative, reported_by)
    select gen_random_uuid(), id, sequence, assigned_on + 30 * sequence, (array['underway', 'done'])[sequence], 'Đã thực hiện', 'Minh Họa'
    from given, generate_series(1, 2) as sequence where ascii(id::text) % 10 < 6`.execute(tx)
  await sql`
    with ${units}, held as (
      insert into position (id, unit_id, name, rank)
      select gen_random_uuid(), unit.unit_id, 'Chuyên viên', 'staff'
      from generate_series(1, ${records}::integer / 30) as i join unit on unit.n = i % unit.of returning id
    )
    insert into appointment (id, position_id, full_name, valid, basis)
    select gen_random_uuid(), id, (array['Lò', 'Cà', 'Quàng', 'Vì', 'Tòng', 'Nguyễn'])[1 + n % 6] || ' ' || (array['Văn', 'Thị', 'Minh'])[1 + n % 3] || ' ' ||
      (array['An', 'Bình', 'Chung', 'Dũng', 'Hạnh', 'Sơn', 'Thủy'])[1 + n % 7], daterange('2020-01-01', null), 'minh họa'
    from (select id, row_number() over (order by id)::integer as n from held) as numbered`.execute(tx)
  await sql`
    with ${units}, duty as (
      insert into report_duty (id, unit_id, form_name, receiver_name, is_receiver_superior, symbol, drafting_unit_id, recipient_lines, archive, valid)
      select gen_random_uuid(), unit_id, 'agency-half-year', 'Sở Văn hóa, Thể thao và Du lịch', false, 'BC', unit_id, '[]', 'VT', daterange('2018-01-01', null)
      from unit where unit_id <> ${unitIds.office}::uuid returning id, unit_id
    )
    insert into periodic_report (id, unit_id, duty_id, form_name, period_name, content, state)
    select gen_random_uuid(), unit_id, id, 'agency-half-year', year || '-' || part, '{}', 'draft'
    from duty, generate_series(2022, 2024) as year, unnest(array['H1', 'H2']) as part`.execute(tx)
  await sql`
    insert into account_grant (id, account_id, unit_id, role, with_subtree, granted_at)
    select gen_random_uuid(), user_account.id, v.unit_id, 'viewer', true, user_account.created_at
    from user_account, org_unit_version v where username = ${viewer} and v.code = '14' and v.parent_unit_id is null`.execute(tx)
}

/** As after a night: neither engine plans well over rows it has not looked at, and the embedded one never looks by itself. */
async function look({ kysely }: Database): Promise<void> {
  await sql`vacuum (analyze)`.execute(kysely)
}
