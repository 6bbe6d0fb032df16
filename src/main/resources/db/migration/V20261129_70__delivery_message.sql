create schema if not exists delivery;

-- One row for each message that is to leave the bus, and for some time after its end. The row is small, since it is written
-- again at each step; headers and body lie beside it, sealed, until the message has ended.
create table delivery.message (
    seq             bigint generated always as identity,
    id              uuid        not null,
    channel         text        not null,
    destination     text        not null,
    partner         text,
    once_key        text        not null,
    order_key       text,
    content_type    text        not null,
    length          bigint      not null,
    sha256          text        not null,
    created_at      timestamptz not null,
    expires_at      timestamptz,
    state           text        not null default 'WAITING' check
        (state in ('WAITING', 'SENDING', 'AWAITING_RECEIPT', 'DELIVERED', 'DEAD', 'EXPIRED', 'RECALLED')),
    due_at          timestamptz not null,
    attempts        integer     not null default 0,
    first_at        timestamptz,
    last_error      text,
    receipt         text,
    ended_at        timestamptz,
    dead_at         timestamptz,
    constraint message_pk primary key (id),
    constraint message_once unique (channel, once_key),
    constraint message_ended check ((ended_at is not null) = (state in ('DELIVERED', 'DEAD', 'EXPIRED', 'RECALLED')))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

comment on column delivery.message.first_at is 'first attempt; from then on the give-up time of its plan counts';

-- No index has a column, not even in its condition, that a claim or a failure changes: both stay within their page.
create index message_open on delivery.message (channel, destination, seq) where ended_at is null;
create index message_open_order on delivery.message (channel, destination, order_key, seq)
    where ended_at is null and order_key is not null;
create index message_ended on delivery.message (ended_at) where ended_at is not null;
create index message_dead on delivery.message (dead_at) where dead_at is not null;
create index message_of_partner on delivery.message (partner, seq) where partner is not null;

-- Headers, and the body or where it lies. Written in one statement with its message; a foreign key would lock that row once more.
create table delivery.content (
    id     uuid primary key,
    sealed bytea not null
);
-- Cipher text cannot be compressed.
alter table delivery.content alter column sealed set storage external;

-- The destinations that an instance sends to; one instance at a time.
create table delivery.lane (
    channel     text        not null,
    destination text        not null,
    holder      uuid,
    lease_until timestamptz not null,
    primary key (channel, destination)
) with (fillfactor = 50);

-- How many messages that have ended are not kept any more.
create table delivery.gone (
    channel text   not null,
    state   text   not null,
    number  bigint not null,
    primary key (channel, state)
);
