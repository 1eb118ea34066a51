-- The search key of a text, as domain/kit/text says it; a test compares the two. Names of units and people are looked up
-- through an index over it; plans and tasks keep theirs, since a found row is read again with the key.
create function search_key(words text) returns text
  language sql immutable strict parallel safe
  return btrim(
    regexp_replace(
      lower(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')),
      '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+', ' ', 'g'
    )
  );

create index org_unit_version_search on org_unit_version using gin (search_key(name) gin_trgm_ops);
create index appointment_search on appointment using gin (search_key(full_name) gin_trgm_ops);
alter table plan add column search_key text not null generated always as (search_key(title)) stored;
create index plan_search on plan using gin (search_key gin_trgm_ops);
alter table task add column search_key text not null generated always as (search_key(name || ' ' || instruction)) stored;
create index task_search on task using gin (search_key gin_trgm_ops);
