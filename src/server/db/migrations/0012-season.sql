-- An honour of a year of merit at one unit, under the rule book of that year.
create table season (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  honour text not null,
  year integer not null,
  rule_book_id text not null,
  way jsonb, -- the steps of the province as they were said then, where the text of the rule book has none that was read
  opened_on date not null,
  recorded_by text not null,
  constraint season_once unique (unit_id, honour, year),
  constraint season_of_year unique (id, honour, year) -- for those registered in it to refer to
);

-- One file in a season: of a residential area whose households are reviewed, of the unit that reviews others together, or
-- of a unit that asks for itself. Locked by whoever acts for it. state is a copy of what the events say, for lists.
create table season_area (
  season_id uuid not null references season,
  area_unit_id uuid not null references org_unit,
  state text not null default 'registering' check (state in ('registering', 'list', 'meet', 'post', 'submit', 'appraise')),
  primary key (season_id, area_unit_id)
);

create table season_event (
  id uuid not null,
  season_id uuid not null,
  area_unit_id uuid not null,
  sequence integer not null,
  type text not null check (type in ('list', 'meet', 'post', 'submit', 'appraise', 'sentBack')),
  on_day date not null,
  by_name text not null,
  by_account_id uuid not null,
  at timestamptz(3) not null,
  -- Who was left out and why, the posting, or where it was sent back to; which of them, the type says.
  details jsonb not null default '{}',
  primary key (season_id, area_unit_id, sequence),
  foreign key (season_id, area_unit_id) references season_area
);
create unique index season_event_id on season_event (id);

-- A household or a unit. partition_id is that of the household, so that the two lie on one machine; of a unit, its own id.
-- Name and address are those of the day; honour and year those of the season.
create table season_candidate (
  id uuid not null,
  partition_id uuid not null,
  season_id uuid not null,
  honour text not null,
  year integer not null,
  area_unit_id uuid not null,
  household_id uuid,
  unit_id uuid references org_unit,
  head_name text not null check (head_name <> ''), -- of a unit: its name
  address text not null default '',
  poverty text check (poverty in ('poor', 'nearPoor', 'none')), -- null: not known
  registered_on date not null,
  recorded_by text not null,
  withdrawn_on date check (withdrawn_on >= registered_on),
  withdrawal_reason text,
  sort_key text collate "C" not null, -- given name first
  primary key (id, partition_id),
  foreign key (household_id, partition_id) references household,
  foreign key (season_id, area_unit_id) references season_area,
  foreign key (season_id, honour, year) references season (id, honour, year),
  check ((withdrawn_on is null) = (withdrawal_reason is null)),
  check (num_nonnulls(household_id, unit_id) = 1 and (unit_id is null or partition_id = unit_id))
);
-- An honour of one year is won once, in whatever season.
create unique index season_candidate_household_once on season_candidate (household_id, partition_id, honour, year) where withdrawn_on is null;
create unique index season_candidate_unit_once on season_candidate (unit_id, partition_id, honour, year) where withdrawn_on is null;
create index season_candidate_household on season_candidate (household_id);
create index season_candidate_unit on season_candidate (unit_id) where unit_id is not null;
create index season_candidate_area on season_candidate (season_id, area_unit_id, sort_key);

-- Appended; the last of a stage counts. Empty points: the paper came in, its points were not written down. met: what was
-- found of requirements without points; content: how many of the people asked are content.
create table season_assessment (
  id uuid not null,
  partition_id uuid not null,
  candidate_id uuid not null,
  stage text not null check (stage in ('self', 'meeting')),
  points jsonb not null,
  met jsonb not null default '{}',
  content jsonb,
  recorded_by text not null,
  recorded_at timestamptz(3) not null,
  primary key (id, partition_id),
  foreign key (candidate_id, partition_id) references season_candidate
);
create index season_assessment_candidate on season_assessment (candidate_id, stage, recorded_at);

-- One part of a meeting, with its votes. Entered by mistake it is struck and stays.
create table season_gathering (
  id uuid primary key,
  season_id uuid not null,
  area_unit_id uuid not null,
  sitting integer not null check (sitting > 0),
  held_on date not null,
  place text not null,
  start_clock text check (start_clock ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), -- as the minutes write it; null: they do not
  end_clock text check (end_clock > start_clock),
  form text not null check (form in ('whole', 'cluster', 'doorToDoor')),
  way text not null check (way in ('hands', 'secret')),
  convened integer not null check (convened > 0),
  present integer not null check (present >= 0 and present <= convened),
  absent text[] not null default '{}',
  votes jsonb not null,
  proceedings text not null default '',
  recorded_by text not null,
  struck_reason text,
  foreign key (season_id, area_unit_id) references season_area
);
create index season_gathering_area on season_gathering (season_id, area_unit_id);

-- Somebody whose duty it is has looked for grounds of exclusion, of everybody in the file then. Appended; the last counts.
create table season_grounds_review (
  id uuid not null, -- of the act, which may be about several files
  season_id uuid not null,
  area_unit_id uuid not null,
  sequence integer not null check (sequence > 0),
  up_to date not null,
  candidate_ids uuid[] not null check (cardinality(candidate_ids) > 0),
  by_name text not null,
  by_account_id uuid not null,
  at timestamptz(3) not null,
  primary key (season_id, area_unit_id, sequence),
  foreign key (season_id, area_unit_id) references season_area
);
create unique index season_grounds_review_id on season_grounds_review (id, area_unit_id);

-- What people said of the posted list. Who said it is not kept.
create table season_opinion (
  id uuid primary key,
  season_id uuid not null,
  area_unit_id uuid not null,
  candidate_id uuid,
  kind text not null check (kind in ('objection', 'remark')),
  received_on date not null,
  says text not null check (says <> ''),
  answered_on date check (answered_on >= received_on),
  outcome text check (outcome in ('dismissed', 'upheld')),
  answer text,
  answered_by text,
  foreign key (season_id, area_unit_id) references season_area,
  check (kind = 'remark' or candidate_id is not null),
  check ((answered_on is null) = (outcome is null) and (outcome is null) = (answer is null) and (answer is null) = (answered_by is null))
);
create index season_opinion_area on season_opinion (season_id, area_unit_id);

-- One act about many households; its number is one of the issuer's series (Decree 30/2020/NĐ-CP, Art. 15).
create table season_decision (
  id uuid primary key,
  season_id uuid not null references season,
  issuer_unit_id uuid not null,
  series text not null,
  year integer not null,
  number integer not null check (number > 0),
  decided_on date not null,
  document_id uuid not null references registered_document,
  signer_name text not null,
  recognised integer not null check (recognised >= 0),
  failed integer not null check (failed >= 0),
  open_accepted text not null default '',
  law_chosen text not null default '', -- why under the book of the season though the law has changed
  published_on date check (published_on >= decided_on),
  published_place text,
  check ((published_on is null) = (published_place is null)),
  foreign key (issuer_unit_id, series, year) references number_series,
  unique (issuer_unit_id, series, year, number)
);
create index season_decision_season on season_decision (season_id);

-- What a decision made of a household: once, for good. Certificates are numbered within their decision.
create table season_outcome (
  candidate_id uuid not null,
  partition_id uuid not null,
  decision_id uuid not null references season_decision,
  outcome text not null check (outcome in ('recognised', 'failed')),
  certificate_number integer check (certificate_number > 0),
  reasons jsonb not null default '[]',
  primary key (candidate_id, partition_id),
  foreign key (candidate_id, partition_id) references season_candidate,
  check ((outcome = 'recognised') = (certificate_number is not null))
);
create index season_outcome_decision on season_outcome (decision_id, certificate_number);

-- What became of the certificate, appended.
create table season_handover (
  candidate_id uuid not null,
  partition_id uuid not null,
  outcome text not null check (outcome in ('handedOver', 'notCollected')),
  on_day date not null,
  recorded_by text not null,
  recorded_at timestamptz(3) not null,
  primary key (candidate_id, partition_id, recorded_at),
  foreign key (candidate_id, partition_id) references season_outcome
);

create table season_revocation (
  candidate_id uuid not null,
  partition_id uuid not null,
  on_day date not null,
  cause text not null check (cause in ('falseStatement', 'forgedPapers', 'wrongWay', 'breachInPeriod', 'textOfTheDay')),
  basis text not null check (basis <> ''),
  recorded_by text not null,
  primary key (candidate_id, partition_id),
  foreign key (candidate_id, partition_id) references season_outcome
);

-- The act it was taken back by, numbered as decisions are.
create table season_revoking_act (
  id uuid primary key,
  candidate_id uuid not null,
  partition_id uuid not null,
  issuer_unit_id uuid not null,
  series text not null,
  year integer not null,
  number integer not null check (number > 0),
  document_id uuid not null references registered_document,
  signer_name text not null,
  unique (candidate_id, partition_id),
  foreign key (candidate_id, partition_id) references season_revocation,
  foreign key (issuer_unit_id, series, year) references number_series,
  unique (issuer_unit_id, series, year, number)
);
