-- Who may sign in. The library keeps its people, credentials and sessions in these tables under our names; there is
-- no e-mail address, because nobody here is asked for one.
create table user_account (
  id uuid primary key,
  username text not null unique check (username ~ '^[a-z][a-z0-9.]{2,31}$'),
  full_name text not null check (full_name <> ''),
  must_change_password boolean not null,
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);

create table credential (
  id uuid primary key,
  user_id uuid not null references user_account,
  provider_id text not null,
  account_id text not null,
  -- scrypt: salt and key, never the password.
  password text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (user_id, provider_id)
);

create table session (
  id uuid primary key,
  user_id uuid not null references user_account,
  token text not null unique,
  expires_at timestamptz(3) not null,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index session_by_user on session (user_id);

-- Wrong passwords by account and by address, counted before each try so that many at once do not slip through.
create table sign_in_attempt (
  key text primary key,
  failures integer not null check (failures >= 0),
  last_at timestamptz(3) not null
);

-- A role held at a unit, there only or in its whole subtree.
create table account_grant (
  id uuid primary key,
  account_id uuid not null references user_account,
  unit_id uuid not null references org_unit,
  role text not null check (role in ('admin', 'leader', 'unitHead', 'officer', 'clerk', 'viewer')),
  with_subtree boolean not null,
  granted_at timestamptz(3) not null,
  constraint account_grant_once unique (account_id, unit_id, role)
);
create index account_grant_unit on account_grant (unit_id);
