-- Somebody looked where a signal pointed. Appended; signals themselves are reckoned anew at every look.
create table signal_review (
  id uuid primary key,
  season_id uuid not null references season,
  area_unit_id uuid references org_unit, -- null: the commune as a whole
  code text not null,
  shown text not null check (shown <> ''), -- what the signal said then
  outcome text not null check (outcome in ('explained', 'found')),
  says text not null check (says <> ''),
  reviewed_on date not null,
  by_name text not null,
  recorded_at timestamptz(3) not null
);
create index signal_review_season on signal_review (season_id, recorded_at);

-- A lot over the households a season recognised, or over its areas. Seed and decisions are all it takes to draw again.
create table recheck_draw (
  id uuid primary key,
  season_id uuid not null references season,
  what text not null check (what in ('households', 'areas')),
  seed text not null check (seed <> ''),
  margin integer check (margin between 1 and 30), -- in per cent, of households; null: of areas a number was named
  decision_ids uuid[] not null,
  drawn_on date not null,
  by_name text not null,
  recorded_at timestamptz(3) not null,
  check ((what = 'households') = (margin is not null))
);
create index recheck_draw_season on recheck_draw (season_id, recorded_at);

-- How many the lot could fall on, area by area.
create table recheck_stratum (
  draw_id uuid not null references recheck_draw,
  area_unit_id uuid not null references org_unit,
  population integer not null check (population > 0),
  primary key (draw_id, area_unit_id)
);

-- What it fell on: a household as a candidate of the season, or an area (no partition).
create table recheck_item (
  draw_id uuid not null,
  item_id uuid not null,
  area_unit_id uuid not null,
  partition_id uuid,
  rank text not null collate "C",
  primary key (draw_id, item_id),
  foreign key (draw_id, area_unit_id) references recheck_stratum,
  foreign key (item_id, partition_id) references season_candidate
);

-- What was found, appended; the last counts.
create table recheck_outcome (
  id uuid primary key,
  draw_id uuid not null,
  item_id uuid not null,
  outcome text not null check (outcome in ('right', 'wrong', 'unreached')),
  says text not null default '',
  checked_on date not null,
  by_name text not null,
  recorded_at timestamptz(3) not null,
  foreign key (draw_id, item_id) references recheck_item
);
create index recheck_outcome_item on recheck_outcome (draw_id, item_id, recorded_at);
