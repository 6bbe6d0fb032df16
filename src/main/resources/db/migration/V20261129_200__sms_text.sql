create schema if not exists sms;

-- What was taken within the window, under a keyed hash: the same is not taken again.
create table sms.once (
    key     bytea       primary key,
    seen_at timestamptz not null
);
create index once_seen on sms.once (seen_at);

-- One row for each text that came, and for some time after its end. Number and text lie in it sealed until then; those of a text
-- that could not be read stay, for whoever looks into it.
create table sms.inbound (
    seq         bigint      generated always as identity,
    id          uuid        primary key,
    operator    text        not null,
    sender_key  bytea       not null,
    sealed      bytea,
    received_at timestamptz not null,
    due_at      timestamptz not null,
    attempts    integer     not null default 0,
    outcome     text        check (outcome in ('ANSWERED', 'SILENT', 'EXPIRED', 'EMPTY', 'UNREADABLE', 'INCOMPLETE', 'FLOOD',
        'SENDER_UNKNOWN', 'NUMBER_UNKNOWN', 'RECEIPT_UNREADABLE')),
    ended_at    timestamptz,
    constraint inbound_ended check ((ended_at is null) = (outcome is null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table sms.inbound alter column sealed set storage external;
comment on column sms.inbound.sender_key is 'keyed hash of the number';
comment on column sms.inbound.due_at is 'may be leased from then on';

create index inbound_open on sms.inbound (due_at) where ended_at is null;
create index inbound_open_sender on sms.inbound (sender_key, seq) where ended_at is null;
create index inbound_ended on sms.inbound (ended_at) where ended_at is not null;

-- Parts of texts that wait for each other.
create table sms.part (
    operator    text        not null,
    sender_key  bytea       not null,
    called      text        not null,
    reference   integer     not null,
    total       integer     not null,
    number      integer     not null,
    coding      integer     not null,
    sealed      bytea       not null,
    received_at timestamptz not null,
    primary key (sender_key, operator, called, reference, total, number)
);
create index part_received on sms.part (received_at);

-- A message at an operator, by the number that the operator gave it: made by the submission or by the receipt, whichever is first.
create table sms.submission (
    operator     text        not null,
    message_id   text        not null,
    delivery     uuid,
    part         integer,
    submitted_at timestamptz,
    state        text        check (state in ('ENROUTE', 'ACCEPTED', 'DELIVERED', 'EXPIRED', 'DELETED', 'UNDELIVERABLE',
        'REJECTED', 'UNKNOWN', 'MISSING')),
    error        text,
    state_at     timestamptz,
    noted        boolean     not null default false,
    primary key (operator, message_id)
) with (fillfactor = 80);
comment on column sms.submission.noted is 'the delivery knows of the failure';

create index submission_delivery on sms.submission (delivery) where delivery is not null;
create index submission_open on sms.submission (submitted_at)
    where state is null or state in ('ENROUTE', 'ACCEPTED');
create index submission_failed on sms.submission (state_at)
    where not noted and state in ('EXPIRED', 'DELETED', 'UNDELIVERABLE', 'REJECTED');
create index submission_age on sms.submission ((coalesce(submitted_at, state_at)));
