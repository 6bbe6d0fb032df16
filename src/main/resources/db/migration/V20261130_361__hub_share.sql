-- How the quota that the national side gives the hub is split; a change makes a new version.
create table hub.share_version (
    number     bigint      primary key check (number > 0),
    changed_at timestamptz not null,
    changed_by text        not null,
    reason     text        not null,
    per_minute bigint      not null check (per_minute >= 0),
    per_day    bigint      not null check (per_day >= 0)
);

create table hub.share (
    version    bigint not null references hub.share_version (number),
    partner    text   not null,
    per_minute bigint not null check (per_minute >= 0),
    per_day    bigint not null check (per_day >= 0),
    primary key (version, partner)
);

create trigger share_announces after insert on hub.share_version
    for each statement execute function system.announce('hub');
