-- Exclusion constraints over a unit and its days; trigram indexes for search on keys without diacritics.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Vietnamese dictionary order with numbers by value, the order of Intl.Collator('vi', { numeric: true }):
-- declare names `text collate vi`, or sort `collate vi`. Where ICU has no Vietnamese data (the embedded
-- engine) its rules are spelled out; the marks are grave, hook, tilde, acute and dot below.
do $$
begin
  if exists (select from pg_collation where collname = 'vi-x-icu') then
    create collation vi (provider = icu, locale = 'vi-u-kn-true');
  else
    execute format(
      'create collation vi (provider = icu, locale = %L, rules = %L)',
      'und',
      U&'[normalization on][numericOrdering on]&\0300<<\0309<<\0303<<\0301<<\0323 &a<\0103<<<\0102<\00e2<<<\00c2 &d<\0111<<<\0110 &e<\00ea<<<\00ca &o<\00f4<<<\00d4<\01a1<<<\01a0 &u<\01b0<<<\01af'
    );
  end if;
end
$$;

create table setting (
  key text primary key,
  value jsonb not null
);

-- The last link of the audit chain, one row: locked by whoever adds the next.
create table audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, '');

create table audit_entry (
  seq bigint primary key,
  at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  command text not null,
  subject_kind text not null,
  subject_id text not null,
  record_ids text[] not null, -- the rows it wrote, the subject's own when there are no others
  unit_id uuid,
  before jsonb,
  after jsonb,
  previous_hash text not null,
  hash text not null unique
);

create index audit_entry_subject on audit_entry (subject_kind, subject_id, seq);
create index audit_entry_records on audit_entry using gin (record_ids);
create index audit_entry_unit on audit_entry (unit_id, seq desc);

-- The trail is only ever added to. The hash chain shows tampering; this stops mistakes.
create function refuse_change_of_trail() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only' using errcode = 'restrict_violation';
end
$$;

create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function refuse_change_of_trail();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
  for each statement execute function refuse_change_of_trail();
