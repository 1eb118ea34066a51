create table report_duty (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  form_name text not null,
  receiver_name text not null,
  is_receiver_superior boolean not null,
  basis_document_id uuid references registered_document,
  symbol text not null,
  drafting_unit_id uuid not null references org_unit,
  recipient_lines jsonb not null,
  archive text not null,
  due_days_after_cutoff integer check (due_days_after_cutoff > 0),
  valid daterange not null check (not isempty(valid)),
  -- One report at a time: the period alone tells which duty a report answers.
  constraint report_duty_no_overlap exclude using gist (unit_id with =, valid with &&)
);

create table periodic_report (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  duty_id uuid not null references report_duty,
  form_name text not null,
  period_name text not null,
  request_id uuid, -- of report_request, which comes later
  subject text, -- null: as its form says
  version integer not null default 1,
  revision integer not null default 0,
  content jsonb not null,
  -- A copy of what the events say, for lists; a test compares the two.
  state text not null,
  constraint periodic_report_once unique nulls not distinct (unit_id, duty_id, period_name, request_id)
);

-- Every text that was ever submitted, sealed with its hash.
create table report_version (
  report_id uuid not null references periodic_report,
  version integer not null,
  content jsonb not null,
  -- Everything printed but number, day and signer, with letterhead and recipients as they were then.
  document jsonb not null,
  content_hash text not null,
  sealed_at timestamptz(3) not null,
  primary key (report_id, version)
);

create table report_event (
  report_id uuid not null references periodic_report,
  sequence integer not null,
  type text not null,
  by_account_id uuid not null,
  by_name text not null,
  at timestamptz(3) not null,
  on_day date not null,
  reason text not null default '',
  content_hash text not null,
  version integer not null,
  primary key (report_id, sequence)
);

-- "Giữ nguyên vì …": a remark somebody decided to leave, for the very words it was about.
create table kept_remark (
  report_id uuid not null references periodic_report,
  remark_key text not null,
  reason text not null,
  by_name text not null,
  at timestamptz(3) not null,
  primary key (report_id, remark_key)
);

-- Decree 30/2020/NĐ-CP, Art. 15: from 01 per issuer, series and year, no gap, no double, never reused.
create table number_series (
  unit_id uuid not null references org_unit,
  series text not null,
  year integer not null,
  last_number integer not null default 0,
  last_on date,
  primary key (unit_id, series, year)
);

create table given_number (
  unit_id uuid not null references org_unit,
  series text not null,
  year integer not null,
  number integer not null check (number > 0),
  given_on date not null,
  report_id uuid not null references periodic_report,
  -- Given up: the document was returned, and when it came again later numbers had been given. Never given to another.
  voided_on date,
  primary key (unit_id, series, year, number),
  foreign key (unit_id, series, year) references number_series
);
create unique index given_number_report on given_number (report_id) where voided_on is null;

-- The files as issued, by hash; the bytes lie outside the database and never change.
create table issued_file (
  report_id uuid not null references periodic_report,
  name text not null,
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  primary key (report_id, name)
);

create table issued_document (
  report_id uuid primary key references periodic_report,
  document jsonb not null,
  content_hash text not null,
  registered_document_id uuid not null references registered_document,
  issued_at timestamptz(3) not null
);
