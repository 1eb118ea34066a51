-- What a list of money entries comes to, by source; null when nobody wrote any down.
create function money_by_source(entries jsonb) returns jsonb
  language sql immutable strict parallel safe
  return (
    select jsonb_object_agg(source, amount)
    from (select entry->>'source' as source, sum((entry->>'amount')::bigint) as amount from jsonb_array_elements(entries) as entry group by 1) as sums
  );

create table activity (
  id uuid primary key,
  host_unit_id uuid not null references org_unit,
  kind text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  place text not null default '',
  -- All three null: nobody recorded how many took part.
  participant_count integer check (participant_count > 0),
  participant_quality text check (participant_quality in ('counted', 'estimated')),
  participant_qualifier text check ((participant_quality = 'estimated') = (participant_qualifier is not null)),
  money jsonb not null default '[]',
  money_by_source jsonb generated always as (money_by_source(money)) stored,
  campaign text not null,
  task_ids uuid[] not null default '{}',
  document_ids uuid[] not null default '{}',
  narrative text not null default '',
  recorded_by text not null,
  removed_at timestamptz(3),
  revision integer not null default 0,
  search_key text not null,
  check ((participant_count is null) = (participant_quality is null))
);
-- What is counted lies in the indexes, so that a year of a province is counted without its rows being read.
create index activity_by_day on activity (host_unit_id, starts_on desc)
  include (kind, campaign, participant_quality, participant_count) where removed_at is null;
create index activity_money on activity (host_unit_id, starts_on desc)
  include (money_by_source) where removed_at is null and money_by_source is not null;
-- The newest of many units.
create index activity_newest on activity (starts_on desc, id) where removed_at is null;
-- Which activities touch some days: a range beside the unit, since neither end alone narrows a long history down.
create index activity_days on activity using gist (host_unit_id, daterange(starts_on, ends_on, '[]')) where removed_at is null;
create index activity_search on activity using gin (search_key gin_trgm_ops);

-- The bytes lie outside the database under their hash. Each kind of owner has a column; a file belongs to one owner for good.
create table evidence (
  id uuid primary key,
  activity_id uuid references activity,
  progress_id uuid references progress,
  file_name text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by text not null,
  removed_at timestamptz(3),
  check (num_nonnulls(activity_id, progress_id) = 1)
);
create index evidence_activity on evidence (activity_id) where activity_id is not null;
create index evidence_progress on evidence (progress_id) where progress_id is not null;
