-- The keys this house signs certificates with. Every public one is published for good: old certificates stay checkable.
create table certificate_key (
  kid text primary key,
  public_key jsonb not null,
  private_key text not null, -- PKCS 8, PEM
  made_at timestamptz(3) not null
);
