-- Lists that authorities order. Criteria and codes alone stand here; people stand sealed in pieces until the file is written or the
-- days of the list are over.
create schema listing;

create table listing.request (
    id             uuid primary key,
    partner        text        not null,
    reference      text        not null,
    service        text        not null,
    procedure      text,
    officer        text        not null,
    purpose        text        not null,
    asked          text        not null,
    fields         text[]      not null,
    criteria       text        not null,
    form           text        not null,
    count_only     boolean     not null,
    policy_version bigint      not null,
    policy_hash    text        not null,
    state          text        not null
        check (state in ('waiting', 'running', 'drawn', 'ready', 'failed', 'deleted', 'expired')),
    requested_at   timestamptz not null,
    changed_at     timestamptz not null,
    next_try       timestamptz not null,
    failures       int         not null default 0,
    after_id       bigint      not null default 0,
    listed         bigint      not null default 0,
    pieces         int         not null default 0,
    counted        bigint,
    warnings       text[]      not null default '{}',
    cause_code     text,
    occurrence     uuid,
    file           uuid,
    file_length    bigint,
    file_sha256    text,
    file_key       text,
    downloads_left int         not null,
    ends_at        timestamptz,
    constraint request_reference unique (partner, reference)
);

comment on column listing.request.asked is 'the request as it was asked for, by which a repetition is known';
comment on column listing.request.criteria is 'as JSON';
comment on column listing.request.after_id is 'where in the register the next piece begins';
comment on column listing.request.file is 'claim check of the encrypted file';

create index request_open on listing.request (next_try) where state in ('waiting', 'running', 'drawn');
create index request_of_partner on listing.request (partner, requested_at desc, id desc);
create index request_ending on listing.request (ends_at) where state = 'ready';
create index request_young on listing.request (requested_at desc, id desc);

create table listing.piece (
    request uuid  not null references listing.request on delete cascade,
    number  int   not null,
    people  int   not null,
    content bytea not null,
    primary key (request, number)
);

comment on column listing.piece.content is 'people in the form of the list, deflated and sealed';

-- Cipher text cannot be compressed.
alter table listing.piece alter column content set storage external;

create table listing.event (
    request uuid        not null references listing.request on delete cascade,
    number  bigint      generated always as identity,
    at      timestamptz not null,
    what    text        not null,
    primary key (request, number)
);
