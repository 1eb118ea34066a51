-- What a person chose to follow, or to leave although it would be followed by itself. No row: nothing was chosen.
create table follow (
  account_id uuid not null references user_account,
  subject_kind text not null check (subject_kind in ('report', 'task', 'document')),
  subject_id uuid not null,
  is_following boolean not null,
  since timestamptz(3) not null,
  primary key (account_id, subject_kind, subject_id)
);
create index follow_subject on follow (subject_kind, subject_id);

-- What a person was told, written in the transaction of what happened.
create table notice (
  id uuid primary key,
  account_id uuid not null references user_account,
  kind text not null,
  -- Told aloud: counted at the bell. The rest is only there to be looked at.
  is_loud boolean not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- Where it opens when the subject has no page of its own: the plan of a task.
  inside_id uuid,
  unit_id uuid not null references org_unit,
  actor_name text not null,
  -- What its sentence needs: the name of the thing, the reason of a return.
  details jsonb not null,
  at timestamptz(3) not null,
  on_day date not null,
  read_at timestamptz(3)
);
create index notice_of_account on notice (account_id, at desc);
create index notice_unread on notice (account_id, is_loud) where read_at is null;

-- A unit is reminded of a task once a day at most.
create table task_reminder (
  id uuid primary key,
  task_id uuid not null references task,
  unit_id uuid not null references org_unit,
  on_day date not null,
  words text not null,
  by_name text not null,
  at timestamptz(3) not null,
  constraint task_reminder_once unique (task_id, unit_id, on_day)
);

-- Where the morning letter goes, told by the person or an administrator; who has none gets none.
create table mail_address (
  account_id uuid primary key references user_account,
  address text not null check (address ~ '^[^@[:space:]]+@[^@[:space:]]+$')
);

-- What came of the letter of each day. One that was cut off while it was being sent stays so: better none than two.
create table digest (
  account_id uuid not null references user_account,
  on_day date not null,
  outcome text not null check (outcome in ('sending', 'sent', 'nothingToSay', 'failed')),
  tries integer not null check (tries > 0),
  fault text not null default '',
  at timestamptz(3) not null,
  primary key (account_id, on_day)
);
