create schema feed;

-- Under which right a partner follows people; many follows share one.
create table feed.terms (
    id        int generated always as identity primary key,
    partner   text not null,
    officer   text not null,
    procedure text,
    purpose   text,
    issue     text,
    reason    text not null
);

create unique index terms_once on feed.terms
    (partner, officer, coalesce(procedure, ''), coalesce(purpose, ''), coalesce(issue, ''), reason);

-- Whom a partner follows. subject is how the partner names the person: the keyed hash of the number.
create table feed.follow (
    partner      text        not null,
    citizen_id   bigint      not null,
    subject      bytea       not null check (length(subject) = 32),
    terms_id     int         not null references feed.terms,
    kinds        text[],
    since        timestamptz not null,
    until        timestamptz check (until > since),
    relationship bytea,
    primary key (partner, citizen_id)
);

comment on column feed.follow.kinds is 'the kinds of change that the partner wants; null for all';
comment on column feed.follow.relationship is
    'its entry on the list policy.relationship, which must be in force, where the right demands one';

create index follow_of on feed.follow (citizen_id);
create unique index follow_subject on feed.follow (partner, subject);

-- The events in their one order, without gaps: positions are given by one instance at a time, after the commit of the change.
create table feed.event (
    position   bigint primary key,
    id         uuid        not null default gen_random_uuid(),
    citizen_id bigint      not null,
    subject    bytea       not null,
    successor  bytea,
    kind       text        not null,
    fields     text[]      not null,
    changed_at timestamptz not null,
    made_at    timestamptz not null,
    follower   text
);

create index event_by_age on feed.event (made_at);

-- Who is to hear of which event.
create table feed.signal (
    partner  text   not null,
    position bigint not null,
    primary key (partner, position)
);

create index signal_of on feed.signal (position);

-- The last position given, the last one in Kafka, and the last one that was deleted by its age.
create table feed.progress (
    one     boolean primary key default true check (one),
    given   bigint not null,
    relayed bigint not null,
    deleted bigint not null
);
insert into feed.progress (given, relayed, deleted) values (0, 0, 0);

-- How far the pushes to a partner have come.
create table feed.push (
    partner  text primary key,
    position bigint not null,
    told     bigint not null
);

comment on column feed.push.told is 'the position that the last page named as the next: what the partner knows';
