-- A paper as it was first printed once its step stood: whoever prints it again gets these very bytes.
create table dossier_paper (
  season_id uuid not null references season,
  -- Of an area; null: of a decision.
  area_unit_id uuid references org_unit,
  code text not null,
  -- The step, decision or recognition the paper tells of: a step taken again makes another paper.
  about text not null check (about <> ''),
  pdf_sha256 text not null,
  docx_sha256 text,
  printed_on date not null,
  printed_by text not null,
  constraint dossier_paper_once unique nulls not distinct (season_id, area_unit_id, code, about)
);

-- Who took everything of a place out of the house, and what for.
create table dossier_request (
  id uuid primary key,
  season_id uuid not null references season,
  area_unit_ids uuid[] not null, -- empty: all of the season
  purpose text not null check (purpose <> ''),
  asked_by_id uuid not null,
  asked_by text not null,
  asked_on date not null
);
