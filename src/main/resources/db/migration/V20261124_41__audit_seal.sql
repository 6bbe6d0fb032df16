-- The keys that sign seals. A new one gets a new number; the public part of each is kept for ever.
create table audit.seal_key (
    number         integer     primary key check (number > 0),
    public_key     bytea       not null,
    private_sealed bytea       not null,
    made_at        timestamptz not null,
    made_by        text        not null
);

-- One seal a batch of records, chained: previous is the hash of the seal before, so that no two follow the same. What
-- names the records one by one (leaves, ids, kinds, months) is kept when the records themselves are dropped.
create table audit.seal (
    number     bigint      primary key check (number > 0),
    previous   bytea       not null unique,
    first_xid  xid8        not null,
    first_seq  integer     not null,
    last_xid   xid8        not null,
    last_seq   integer     not null,
    records    integer     not null check (records between 1 and 1024),
    root       bytea       not null,
    listing    bytea       not null,
    sealed_at  timestamptz not null,
    key        integer     not null references audit.seal_key (number),
    signature  bytea       not null,
    hash       bytea       not null unique,
    leaves     bytea       not null,
    ids        uuid[]      not null,
    kinds      text        not null,
    months     integer[]   not null,
    time_stamp bytea,
    stamped_at timestamptz,
    constraint seal_names_its_records check (
        length(leaves) = records * 32 and cardinality(ids) = records and length(kinds) = records
        and cardinality(months) = records)
);

-- Hashes do not compress.
alter table audit.seal alter column leaves set storage external;

-- Where the seal of a record lies.
create index seal_by_last on audit.seal (last_xid, last_seq);

comment on column audit.seal.kinds is 'one letter a record: A answer, R refusal, C act, S seal';
comment on column audit.seal.months is 'year and month of each record in UTC, such as 202611';
comment on column audit.seal.time_stamp is 'RFC 3161 token over the hash, when a time-stamp authority was there';
