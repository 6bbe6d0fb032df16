create schema if not exists citizen;

-- What is kept of the number that a text message came from. Rows change with every text, so they keep room on their page and have no index beside the key.
create table citizen.sms_number (
    number_hash  bytea       primary key,
    window_from  timestamptz not null,
    texts        integer     not null default 0,
    failures     integer     not null default 0,
    failed_at    timestamptz,
    locked_until timestamptz,
    last_text    uuid,
    last_outcome text,
    seen_at      timestamptz not null
) with (fillfactor = 70);

comment on table citizen.sms_number is 'senders of text messages, by keyed hash';
comment on column citizen.sms_number.last_outcome is 'what came of last_text, so that a text handled again counts once';

create table citizen.sms_person (
    person_hash     bytea       primary key,
    window_from     timestamptz not null,
    codes           integer     not null default 0,
    failures        integer     not null default 0,
    failed_at       timestamptz,
    locked_until    timestamptz,
    stopped_at      timestamptz,
    code_hash       bytea,
    code_number     bytea,
    code_releases   text,
    code_expires_at timestamptz,
    code_tries      integer,
    seen_at         timestamptz not null
) with (fillfactor = 70);

comment on table citizen.sms_person is
    'people who were asked about by text message, by keyed hash as in audit.event; those whom nobody is, too';
comment on column citizen.sms_person.stopped_at is 'the person has stopped the channel; only a stronger proof opens it again';
comment on column citizen.sms_person.code_number is 'keyed hash of the subscriber number to which the code was sent';

