-- Which opinions were left on the page of a posted list. Who left them is not kept, nor from where.
create table posted_opinion (
  opinion_id uuid primary key references season_opinion,
  posting_id uuid not null references season_event (id),
  received_on date not null
);
create index posted_opinion_day on posted_opinion (posting_id, received_on);

-- Photos that show the list hung there.
alter table evidence add column posting_id uuid references season_event (id);
alter table evidence drop constraint evidence_check;
alter table evidence add constraint evidence_one_owner check (num_nonnulls(activity_id, progress_id, posting_id) = 1);
create index evidence_posting on evidence (posting_id) where posting_id is not null;
