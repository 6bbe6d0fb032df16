-- Code lists of the national platform: what was fetched, what it changed, what waits for a person.
create schema codebook;

-- When the next pull is due; whoever moves it on does it.
create table codebook.turn (
    one bool        primary key default true check (one),
    due timestamptz not null
);
insert into codebook.turn (due) values ('epoch');

create table codebook.list (
    code          text        primary key,
    name          text        not null,
    name_en       text        not null,
    version       bigint      not null default 0,
    properties    text        not null default '[]',
    checked_at    timestamptz,
    outcome       text,
    rule          text,
    held_hash     text,
    accepted_hash text
);

comment on column codebook.list.version is '0 as long as nothing was taken over, and the list that came with the bus is in use';
comment on column codebook.list.properties is 'JSON';
comment on column codebook.list.held_hash is 'SHA-256 of what the platform says and what waits because it would change too much at once';

create table codebook.entry (
    id         bigint generated always as identity primary key,
    list       text not null references codebook.list,
    code       text not null,
    scheme     text not null,
    content    text not null,
    valid_from date,
    valid_to   date
);

comment on column codebook.entry.content is 'values by property, JSON';

create index entry_of_list on codebook.entry (list, id);

create table codebook.change (
    id      bigint generated always as identity primary key,
    list    text        not null references codebook.list,
    code    text        not null,
    at      timestamptz not null,
    kind    text        not null check (kind in ('added', 'renamed', 'missing', 'returned', 'ended', 'kept')),
    before  text,
    after   text,
    actor   text        not null,
    reason  text
);

create index change_of_list on codebook.change (list, id desc);

create table codebook.missing (
    list       text        not null references codebook.list,
    code       text        not null,
    name       text        not null,
    since      timestamptz not null,
    kept       bool        not null default false,
    primary key (list, code)
);

comment on column codebook.missing.kept is 'a person decided that the code stays though the platform has it no more';

create table codebook.pull (
    id       bigint generated always as identity primary key,
    began    timestamptz not null,
    ended    timestamptz not null,
    outcome  text        not null,
    rule     text,
    lists    int         not null,
    added    int         not null,
    renamed  int         not null,
    missing  int         not null,
    failed   int         not null
);

create trigger codebook_announces after insert or update on codebook.list
    for each statement execute function system.announce('codebook');
