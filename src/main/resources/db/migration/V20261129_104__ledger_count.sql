-- The ledger: what each door of each instance took and what became of it. Nothing about a person is here.
create schema ledger;

create table ledger.instance (
    id         uuid        primary key,
    started_at timestamptz not null,
    flushed_at timestamptz not null,
    ended_at   timestamptz,
    killed     boolean     not null default false
);

comment on column ledger.instance.flushed_at is 'until then its counts stand here; what a killed instance counted afterwards is not known';

create index instance_open on ledger.instance (flushed_at) where ended_at is null;

create table ledger.count (
    instance    uuid        not null references ledger.instance,
    hour        timestamptz not null,
    door        text        not null,
    partner     text        not null,
    taken       bigint      not null,
    answered    bigint      not null,
    refused     bigint      not null,
    dead        bigint      not null,
    in_work     bigint      not null,
    interrupted bigint      not null default 0,
    missing     bigint      not null,
    primary key (instance, hour, door, partner)
) with (fillfactor = 70);

create index count_by_hour on ledger.count (hour, door, partner);

create table ledger.sheet (
    day       date        primary key,
    signed_at timestamptz not null,
    key       int         not null,
    even      boolean     not null,
    content   bytea       not null
);

comment on column ledger.sheet.content is 'the file as it is downloaded: the text, the public key and the signature';
