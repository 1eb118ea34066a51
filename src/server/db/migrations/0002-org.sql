-- Units are identities; what they were called, were and belonged to are versions with days.
create table org_unit (
  id uuid primary key,
  short_name text unique
);

create table org_unit_version (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  name text collate vi not null check (name <> ''),
  kind text not null,
  parent_unit_id uuid references org_unit check (parent_unit_id <> unit_id),
  code text,
  named_after_person boolean not null default false,
  position integer not null default 0,
  letterhead jsonb,
  functions text,
  called_in_text text not null,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  constraint org_unit_version_no_overlap exclude using gist (unit_id with =, valid with &&)
);
create index org_unit_version_parent on org_unit_version (parent_unit_id);

create table org_succession (
  from_unit_id uuid not null references org_unit,
  to_unit_id uuid not null references org_unit,
  happened_on date not null,
  extent text not null check (extent in ('whole', 'part')),
  is_verified boolean not null,
  basis text,
  check (from_unit_id <> to_unit_id),
  primary key (from_unit_id, to_unit_id, happened_on)
);

create table headcount (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  category text not null,
  count integer not null check (count >= 0),
  valid daterange not null check (not isempty(valid)),
  constraint headcount_no_overlap exclude using gist (unit_id with =, category with =, valid with &&)
);

create table position (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  name text not null,
  rank text not null check (rank in ('head', 'deputy', 'staff'))
);

create table appointment (
  id uuid primary key,
  position_id uuid not null references position,
  full_name text not null,
  account_id uuid,
  valid daterange not null check (not isempty(valid)),
  basis text not null
);
create index appointment_position on appointment (position_id);

create table signing_mandate (
  id uuid primary key,
  position_id uuid not null references position,
  unit_id uuid not null references org_unit,
  capacity text not null,
  for_name text,
  valid daterange not null check (not isempty(valid)),
  basis text not null
);
create index signing_mandate_unit on signing_mandate (unit_id);
