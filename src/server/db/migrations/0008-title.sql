-- A registration is never changed: from withdrawn_on it no longer stands; withdrawn on its own day, it never did.
create table title_registration (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  title text not null,
  year integer not null,
  round text not null check (round in ('first', 'again')),
  registered_on date not null,
  document_id uuid references registered_document,
  note text not null default '',
  recorded_by text not null,
  withdrawn_on date check (withdrawn_on >= registered_on),
  withdrawal_reason text,
  check ((withdrawn_on is null) = (withdrawal_reason is null)),
  constraint title_registration_one_standing exclude using gist (
    unit_id with =, title with =, year with =, daterange(registered_on, withdrawn_on) with &&
  )
);

-- A responsible officer answers for a fact of the law nobody had verified; it counts for the unit and all below it.
create table title_confirmation (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  fact_key text not null,
  basis text not null,
  confirmed_by text not null,
  confirmed_on date not null,
  withdrawn_by text,
  withdrawn_on date check (withdrawn_on >= confirmed_on),
  withdrawal_reason text,
  check ((withdrawn_on is null) = (withdrawal_reason is null) and (withdrawn_on is null) = (withdrawn_by is null))
);
create unique index title_confirmation_one_standing on title_confirmation (unit_id, fact_key) where withdrawn_on is null;

-- What a province decides where the law leaves it to the province. The words are kept as they were loaded; the range ends
-- where the next begins; withdrawn rules never counted.
create table title_provincial_rules (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  valid daterange not null check (not isempty(valid)),
  rules jsonb not null,
  adopted_by text not null,
  adopted_by_id uuid not null,
  adopted_on date not null,
  confirmed_by text,
  confirmed_on date check (confirmed_on >= adopted_on),
  withdrawn_by text,
  withdrawn_on date check (withdrawn_on >= adopted_on),
  withdrawal_reason text,
  check ((confirmed_on is null) = (confirmed_by is null)),
  check ((withdrawn_on is null) = (withdrawal_reason is null) and (withdrawn_on is null) = (withdrawn_by is null)),
  constraint title_provincial_rules_no_overlap exclude using gist (unit_id with =, valid with &&) where (withdrawn_on is null)
);
