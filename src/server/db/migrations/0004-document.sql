-- The register of directives, incoming and outgoing, and who rests on whom.
create table registered_document (
  id uuid primary key,
  owner_unit_id uuid not null references org_unit,
  direction text not null check (direction in ('incoming', 'outgoing', 'reference')),
  kind text not null,
  code text not null,
  issued_on date not null,
  issuer_name text not null,
  issuer_unit_id uuid references org_unit,
  subject text not null,
  valid daterange not null,
  year_from integer,
  year_until integer check (year_until >= year_from),
  arrived_on date check (arrived_on >= issued_on),
  arrival_number integer,
  -- Columns of the registers: Decree 30/2020/NĐ-CP, Annex IV. Empty while not written down.
  signer_name text not null default '',
  recipients text not null default '',
  archived_with text not null default '',
  copies integer check (copies > 0),
  forwarded_on date check (forwarded_on >= coalesce(arrived_on, issued_on)),
  note text not null default '',
  revision integer not null default 0,
  -- Without diacritics, for search only; identity keeps them.
  search_key text not null,
  check ((year_from is null) = (year_until is null))
);
-- Decree 30/2020/NĐ-CP, Annex VI, I.III: number, symbol and issuer make a document one within its year.
create unique index registered_document_once
  on registered_document (owner_unit_id, code, issuer_name, (extract(year from issued_on)::integer));
create unique index registered_document_arrival
  on registered_document (owner_unit_id, arrival_number, (extract(year from arrived_on)::integer)) where arrival_number is not null;
create index registered_document_search on registered_document using gin (search_key gin_trgm_ops);
create index registered_document_by_day on registered_document (owner_unit_id, issued_on desc) include (direction);

create table document_citation (
  from_document_id uuid not null references registered_document,
  to_document_id uuid not null references registered_document check (to_document_id <> from_document_id),
  relation text not null check (relation in ('carriesOut', 'restsOn', 'mentions')),
  primary key (from_document_id, to_document_id)
);
create index document_citation_to on document_citation (to_document_id);
