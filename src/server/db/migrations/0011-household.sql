-- What a place is beyond its kind, by decisions with days: asked when a threshold depends on it.
create table place_trait (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  trait text not null check (trait in ('mountain', 'island', 'especiallyDisadvantaged')),
  valid daterange not null check (not isempty(valid)),
  basis text not null,
  constraint place_trait_no_overlap exclude using gist (unit_id with =, trait with =, valid with &&)
);

-- partition_id, the residential area a household was first entered in, never changes and is part of every key: the
-- register can be spread over several machines by it.
create table household (
  id uuid not null,
  partition_id uuid not null, -- the area of its first version, which refers to the unit
  code text check (code <> ''),
  revision integer not null default 0,
  primary key (id, partition_id)
);
create unique index household_code on household (partition_id, code); -- where there is no code, it still finds the place
create index household_code_begin on household (lower(code) text_pattern_ops) where code is not null;

-- What a household was on which days. Never overwritten: a version ends, or is struck when it was wrong from its first day.
create table household_version (
  household_id uuid not null,
  partition_id uuid not null,
  id uuid not null,
  head_name text not null check (head_name <> ''),
  member_count integer check (member_count > 0), -- null: nobody counted
  address text not null default '',
  area_unit_id uuid not null references org_unit,
  poverty text check (poverty in ('poor', 'nearPoor', 'none')), -- null: not known
  valid daterange not null check (not isempty(valid)),
  cause text not null,
  reason text not null default '',
  recorded_by text not null,
  recorded_at timestamptz(3) not null,
  end_cause text,
  struck_at timestamptz(3),
  sort_key text collate "C" not null, -- given name first; see domain/household/name-key
  search_key text not null, -- the name without diacritics, for search only; identity keeps them
  primary key (household_id, partition_id, id),
  foreign key (household_id, partition_id) references household,
  constraint household_version_no_overlap
    exclude using gist (household_id with =, partition_id with =, valid with &&) where (struck_at is null)
);
create index household_version_area on household_version (area_unit_id, sort_key, household_id) where struck_at is null;
create index household_version_name on household_version (sort_key, household_id) where struck_at is null;
create index household_version_search on household_version using gin (search_key gin_trgm_ops) with (gin_pending_list_limit = 32768);

create table household_succession (
  from_household_id uuid not null,
  partition_id uuid not null, -- that of the household it begins with
  to_household_id uuid not null check (to_household_id <> from_household_id),
  happened_on date not null,
  kind text not null check (kind in ('split', 'merger')),
  primary key (from_household_id, partition_id, to_household_id, happened_on),
  foreign key (from_household_id, partition_id) references household
);
create index household_succession_to on household_succession (to_household_id);

-- A fact that bars a household: which conduct, what became of it and by which text, never the story. Apart from the rest, since few may look at it.
create table household_ground (
  id uuid not null,
  partition_id uuid not null,
  household_id uuid not null,
  matter text not null,
  handling text not null check (handling in ('found', 'fined', 'administrativeMeasure', 'prosecuted')),
  on_day date not null,
  basis text not null check (basis <> ''),
  document_id uuid references registered_document,
  recorded_by text not null,
  withdrawn_on date,
  withdrawal_reason text,
  primary key (id, partition_id),
  foreign key (household_id, partition_id) references household,
  check ((withdrawn_on is null) = (withdrawal_reason is null))
);
create index household_ground_household on household_ground (household_id);

-- A list on its way into the register: how it is read, how far it has come. The file itself lies outside the database
-- and is gone when the list is taken.
create table household_list (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  sender text not null,
  file_name text not null check (file_name <> ''),
  look jsonb not null, -- what its first rows tell
  reading jsonb, -- what a person said of it; null: not yet
  state text not null check (state in ('received', 'trying', 'tried', 'taking', 'taken')),
  mode text not null check (mode in ('try', 'addOnly', 'withChanges')),
  counts jsonb not null,
  examples jsonb not null,
  fault jsonb, -- why reading or taking it ended before its end
  received_by text not null,
  received_by_id uuid not null,
  received_at timestamptz(3) not null,
  beat_at timestamptz(3) not null -- when something last became of it
);
create index household_list_unit on household_list (unit_id, received_at);

-- Rows nobody could take, as they were told, until they are mended and come again.
create table household_list_aside (
  list_id uuid not null references household_list on delete cascade,
  line integer not null,
  reason text not null,
  told jsonb not null,
  primary key (list_id, line)
);

-- How the columns of one sender's lists are called, remembered from the last list that was taken.
create table household_column (
  unit_id uuid not null references org_unit,
  sender text not null,
  header text not null, -- without diacritics
  field text, -- null: of no use to the register
  primary key (unit_id, sender, header)
);
