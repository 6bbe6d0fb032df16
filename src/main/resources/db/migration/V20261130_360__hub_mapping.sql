-- Who askers behind the hub are to the national side. A change makes a new version of a partner's whole mapping; an entry belongs to
-- the versions from the one that brought it to the one before that which replaced it.
create schema hub;

create table hub.mapping_version (
    partner    text        not null,
    number     bigint      not null check (number > 0),
    changed_at timestamptz not null,
    changed_by text        not null,
    reason     text        not null,
    entries    int         not null,
    primary key (partner, number)
);

create table hub.mapping (
    partner  text   not null,
    field    text   not null check (field in ('MaCanBo', 'MaDVC', 'MaDonVi')),
    local    text   not null,
    national text   not null,
    since    bigint not null,
    before   bigint,
    primary key (partner, field, local, since),
    foreign key (partner, since) references hub.mapping_version (partner, number),
    check (before > since)
);

comment on column hub.mapping.local is 'as the partner says it; * for whatever no other entry names';
comment on column hub.mapping.before is 'the version that has it no more; null while it is in force';

create unique index mapping_in_force on hub.mapping (partner, field, local) where before is null;

create trigger mapping_announces after insert on hub.mapping_version
    for each statement execute function system.announce('hub');
