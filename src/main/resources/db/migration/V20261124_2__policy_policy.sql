create schema if not exists policy;

-- A published version never changes; a new one replaces it as a whole.
create table policy.version (
    number       bigint primary key,
    hash         text        not null,
    source       text        not null,
    published_at timestamptz not null
);

create table policy.officer (
    version bigint not null references policy.version (number),
    partner text   not null,
    officer text   not null,
    primary key (version, partner, officer)
);

-- position: where more than one permission fits, the first decides.
create table policy.permission (
    version    bigint  not null references policy.version (number),
    partner    text    not null,
    service    text    not null,
    position   integer not null,
    purpose    text    not null,
    procedures text[]  not null,
    fields     text[]  not null,
    primary key (version, partner, service, position)
);

create table policy.quota (
    version    bigint not null references policy.version (number),
    partner    text   not null,
    service    text   not null,
    per_minute bigint not null check (per_minute >= 0),
    per_day    bigint not null check (per_day >= 0),
    primary key (version, partner, service)
);

-- What instances have taken in blocks from the quota of a period: 'minute' or 'day', by its first moment.
-- block: what the last instance got.
create table policy.quota_use (
    partner text        not null,
    service text        not null,
    period  text        not null,
    since   timestamptz not null,
    used    bigint      not null,
    block   bigint      not null,
    primary key (partner, service, period, since)
);

-- The last seed file, by a keyed hash of its content.
create table policy.seed (
    one       boolean primary key default true check (one),
    file_hash bytea       not null,
    loaded_at timestamptz not null
);
