create table plan (
  id uuid primary key,
  owner_unit_id uuid not null references org_unit,
  year integer not null,
  title text not null,
  document_id uuid references registered_document,
  revision integer not null default 0,
  constraint plan_once unique nulls not distinct (owner_unit_id, year, document_id)
);

create table target (
  id uuid primary key,
  plan_id uuid not null references plan,
  statement text not null,
  operator text not null check (operator in ('>=', '<=', '=')),
  goal_percent numeric(6, 3) not null check (goal_percent between 0 and 100),
  base_name text not null,
  -- The share of the dictionary it is held against: told by what comes up the tree. Null: somebody records the outcome.
  share_code text,
  share_base_code text,
  outcome_numerator integer,
  outcome_denominator integer check (outcome_denominator > 0),
  outcome_on date,
  outcome_basis text,
  revision integer not null default 0,
  check ((share_code is null) = (share_base_code is null)),
  check (outcome_numerator <= outcome_denominator),
  check (num_nulls(outcome_numerator, outcome_denominator, outcome_on, outcome_basis) in (0, 4))
);
create index target_plan on target (plan_id);

create table task (
  id uuid primary key,
  plan_id uuid not null references plan,
  parent_task_id uuid references task,
  position integer not null,
  name text not null,
  instruction text not null,
  theme text not null,
  lead_unit_id uuid not null references org_unit,
  supporting_unit_ids uuid[] not null default '{}',
  starts_on date not null,
  due_on date not null check (due_on >= starts_on),
  expected_product text not null default '',
  target_id uuid references target,
  revision integer not null default 0
);
create index task_plan on task (plan_id, position) include (id, due_on);
create index task_part on task (parent_task_id);

create table assignment (
  id uuid primary key,
  task_id uuid not null references task,
  unit_id uuid not null references org_unit,
  part text not null check (part in ('lead', 'support')),
  assigned_on date not null,
  constraint assignment_once unique (task_id, unit_id)
);
create index assignment_unit on assignment (unit_id);

-- Answers are added, never overwritten: a later one stands for an earlier one.
create table progress (
  id uuid primary key,
  assignment_id uuid not null references assignment,
  sequence integer not null,
  reported_on date not null,
  state text not null check (state in ('underway', 'done', 'blocked')),
  percent integer check (percent between 0 and 100),
  narrative text not null,
  difficulty text not null default '',
  proposal text not null default '',
  document_ids uuid[] not null default '{}',
  reported_by text not null,
  constraint progress_sequence unique (assignment_id, sequence)
);
