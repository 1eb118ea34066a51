-- A standing rule of who reports what to whom and when, by days.
create table reporting_regime (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  kind text not null check (kind in ('regular', 'thematic', 'adHoc')),
  items jsonb not null,
  form_key text not null,
  parts text[] not null,
  own_periods jsonb not null default '[]',
  due_working_days integer not null check (due_working_days >= 0),
  basis jsonb,
  valid daterange not null check (not isempty(valid)),
  by_name text not null,
  recorded_at timestamptz(3) not null
);
create index reporting_regime_unit on reporting_regime (unit_id);

-- A report asked of many. What it asks is fixed once it is sent.
create table report_request (
  id uuid primary key,
  unit_id uuid not null references org_unit, -- who asks
  place_unit_id uuid not null references org_unit, -- whose tree is asked
  regime_id uuid references reporting_regime,
  kind text not null check (kind in ('regular', 'thematic', 'adHoc')),
  title text not null check (title <> ''),
  form_key text not null,
  form_version integer not null,
  covers daterange not null check (not isempty(covers)),
  cutoff date not null,
  asked jsonb not null,
  basis text not null,
  sent_on date,
  revision integer not null default 0
);
create index report_request_unit on report_request (unit_id, cutoff);
create index report_request_place on report_request (place_unit_id, cutoff);
alter table periodic_report add foreign key (request_id) references report_request;

-- What one unit owes, and to whom. partition_id is the unit it goes to: those who are added up lie together.
create table report_obligation (
  partition_id uuid not null references org_unit,
  request_id uuid not null references report_request,
  unit_id uuid not null references org_unit,
  level text not null check (level in ('area', 'commune', 'district', 'agency')),
  due_on date not null,
  since_version integer not null default 0, -- figures it counts in: of all of them, or from when it was asked too
  -- What is being written, before it is handed in and after it came back.
  content jsonb not null default '{"values": {}, "printed": [], "parts": {}}',
  revision integer not null default 0,
  -- Copies of what the events say, for lists; a test compares them.
  state text not null default 'open',
  standing_version integer,
  receives boolean not null default false, -- others hand in to it: its figures are kept in added_figure
  primary key (partition_id, request_id, unit_id)
);
create index report_obligation_unit on report_obligation (unit_id, request_id);
create index report_obligation_request on report_obligation (request_id);

-- Every version that was handed in, sealed with its hash.
create table return_version (
  partition_id uuid not null,
  request_id uuid not null,
  unit_id uuid not null,
  version integer not null,
  content jsonb not null,
  content_hash text not null,
  sealed_at timestamptz(3) not null,
  primary key (partition_id, request_id, unit_id, version),
  foreign key (partition_id, request_id, unit_id) references report_obligation
);

create table return_event (
  partition_id uuid not null,
  request_id uuid not null,
  unit_id uuid not null,
  sequence integer not null,
  type text not null check (type in ('sent', 'sentBack', 'accepted', 'corrected')),
  version integer not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz(3) not null,
  on_day date not null,
  reason text not null default '',
  remarks jsonb not null default '[]',
  primary key (partition_id, request_id, unit_id, sequence),
  foreign key (partition_id, request_id, unit_id) references report_obligation
);

-- "Giữ nguyên vì …": what a unit says to a remark, for the very numbers it was about. Appended; the last counts.
create table kept_flag (
  partition_id uuid not null,
  request_id uuid not null,
  unit_id uuid not null,
  flag_key text not null,
  reason text not null check (reason <> ''),
  by_name text not null,
  at timestamptz(3) not null,
  primary key (partition_id, request_id, unit_id, flag_key, at),
  foreign key (partition_id, request_id, unit_id) references report_obligation
);

-- Who was reminded, when, and how.
create table report_reminder (
  id uuid not null,
  partition_id uuid not null,
  request_id uuid not null,
  unit_id uuid not null,
  on_day date not null,
  words text not null,
  by_name text not null,
  at timestamptz(3) not null,
  primary key (partition_id, id, unit_id),
  foreign key (partition_id, request_id, unit_id) references report_obligation
);

-- The figures that count now: of the version that stands. Replaced with each version; versions keep what was.
create table told_value (
  partition_id uuid not null,
  request_id uuid not null,
  unit_id uuid not null,
  code text not null,
  count bigint not null check (count >= 0),
  qualifier text check (qualifier in ('trên', 'gần', 'khoảng')),
  version integer not null,
  primary key (partition_id, request_id, unit_id, code),
  foreign key (partition_id, request_id, unit_id) references report_obligation
);
create index told_value_code on told_value (request_id, code);

-- What the names of a sender's spreadsheets were taken for, by whoever put them right; null: passed over.
create table sheet_choice (
  unit_id uuid not null references org_unit,
  sender text not null,
  label_key text not null check (label_key <> ''),
  place_key text,
  primary key (unit_id, sender, label_key)
);

-- Official letters about a request: its words until it is signed, then the very document that went out.
create table request_letter (
  id uuid primary key,
  request_id uuid not null references report_request,
  unit_id uuid not null references org_unit,
  kind text not null check (kind in ('asks', 'reminds')),
  words jsonb not null,
  written_by text not null,
  written_at timestamptz(3) not null,
  revision integer not null default 0,
  issued jsonb,
  document jsonb,
  check ((issued is null) = (document is null))
);
create index request_letter_unit on request_letter (request_id, unit_id);
