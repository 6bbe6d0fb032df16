create schema if not exists gateway;

-- The key that signs access tokens: one for all instances, so that a token taken from one is good at every other and
-- outlives a restart. The private key is sealed; without the master key the row is of no use.
create table gateway.signing_key (
    slot       smallint    primary key default 1 check (slot = 1),
    kid        text        not null,
    sealed     bytea       not null,
    created_at timestamptz not null
);
