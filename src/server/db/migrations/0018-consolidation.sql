-- What the figure of a unit comes to that others hand in to, kept with every hand-in: who asks reads it at once.
-- A copy: the keys are those of the obligations it is added from, looked up there and not once more per row.
-- partition_id is the unit it goes to in its turn, or the unit itself at the top: those who are added up lie together.
create table added_figure (
  partition_id uuid not null,
  request_id uuid not null,
  unit_id uuid not null,
  code text not null,
  owes boolean not null,
  count bigint, -- null: nothing, or nothing that may be added
  qualifier text,
  -- Of a share, the second of its two counts.
  base_count bigint,
  base_qualifier text,
  source text not null check (source in ('nothing', 'partly', 'own', 'below')),
  not_added text,
  of_units integer not null,
  whole integer not null,
  begun integer not null,
  entries integer not null,
  estimated integer not null,
  halves integer not null, -- of a share: units that told one of its two counts, and so are in neither
  beside jsonb,
  primary key (partition_id, request_id, code, unit_id) -- one figure of all parts is read together
);
create index added_figure_unit on added_figure (request_id, unit_id);

-- Every change of what stands is a version of what was added up: a report says which one it stands on, and what that was can
-- be added again years later, from the sealed versions of the returns.
create table figure_version (
  request_id uuid not null references report_request,
  number integer not null check (number > 0),
  partition_id uuid not null,
  unit_id uuid not null,
  return_version integer, -- null: none of its returns stands any more, or it was asked later and has told nothing
  on_day date not null,
  primary key (request_id, number),
  foreign key (partition_id, request_id, unit_id) references report_obligation
);

-- "Giữ nguyên vì …": what was said to a remark about the sums of a unit. Appended; of several about one remark the last counts.
create table kept_sum (
  request_id uuid not null references report_request,
  unit_id uuid not null references org_unit,
  flag_key text not null,
  reason text not null check (reason <> ''),
  by_name text not null,
  at timestamptz(3) not null,
  primary key (request_id, unit_id, flag_key, at)
);

-- Up to which version a unit knows what one that hands in to it comes to: it accepted its return, handed in or
-- submitted a report on it, or looked at what came out another way since. Appended; of several the highest number counts.
create table taken_sum (
  request_id uuid not null references report_request,
  unit_id uuid not null references org_unit, -- who receives
  part_unit_id uuid not null references org_unit,
  number integer not null check (number >= 0),
  way text not null check (way in ('accepted', 'handedIn', 'submitted', 'acknowledged')),
  by_name text not null,
  at timestamptz(3) not null,
  on_day date not null,
  primary key (unit_id, request_id, part_unit_id, number)
);
