-- The days off of a year as somebody entered them for a unit and all below it. Appended: the last entry of a year counts.
create table announced_year (
  id uuid primary key,
  unit_id uuid not null references org_unit,
  year integer not null,
  basis text not null check (basis <> ''),
  days jsonb not null,
  by_name text not null,
  recorded_at timestamptz(3) not null
);
create index announced_year_unit on announced_year (unit_id, year);
