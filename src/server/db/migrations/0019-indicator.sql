-- What a unit counts beside the dictionary of the house. Appended: on any day the last one of a code counts.
create table own_definition (
  unit_id uuid not null references org_unit,
  code text not null,
  from_day date not null,
  definition jsonb not null,
  by_name text not null,
  recorded_at timestamptz(3) not null,
  primary key (unit_id, code, from_day)
);

-- A form of a unit's own: the draft being written, and beside it the versions that were published.
create table figure_form (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  name text not null check (name <> ''),
  note text not null,
  draft jsonb not null,
  revision integer not null default 0
);
create index figure_form_unit on figure_form (unit_id);

create table figure_form_version (
  form_id uuid not null references figure_form,
  version integer not null check (version > 0),
  from_day date not null,
  parts jsonb not null,
  by_name text not null,
  recorded_at timestamptz(3) not null,
  primary key (form_id, version),
  unique (form_id, from_day)
);

-- What a request asks, in the words of the day it was opened: nothing that is defined later reaches into it.
create table asked_form (
  request_id uuid primary key references report_request,
  form jsonb not null,
  dictionary jsonb not null
);
