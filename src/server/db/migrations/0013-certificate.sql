-- The keys this house signs certificates with. Every public one is published for good: old certificates stay checkable.
create table certificate_key (
  kid text primary key,
  public_key jsonb not null,
  private_key text not null, -- PKCS 8, PEM
  made_at timestamptz(3) not null,
  from_day date -- the first day of decision it signs for; null: the first key, for all days before the second
);
create unique index certificate_key_days on certificate_key (coalesce(from_day, '-infinity'));
