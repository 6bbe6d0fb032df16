-- Correction requests of citizens, sent as documents over the axis. The citizen is known by the keyed hash of the audit trail alone.
create table citizen.correction (
    number       text        primary key,
    document_id  uuid        not null unique,
    reference    text        not null,
    person_hash  bytea       not null,
    agency       text        not null,
    field        text        not null,
    state        text        not null check (state in ('SENT', 'IN_WORK', 'REJECTED', 'ANSWERED')),
    asked_at     timestamptz not null,
    due_on       date        not null,
    reminded_at  timestamptz,
    escalated_at timestamptz,
    wish         bytea       not null,
    answered_at  timestamptz,
    answer       bytea,
    reply        uuid,
    reply_length bigint,
    reply_sha256 text,
    unique (person_hash, reference),
    constraint correction_answered check (
        (state = 'ANSWERED') = (answered_at is not null)
        and (reply is null) = (answered_at is null) and (answer is null) = (answered_at is null))
);

comment on column citizen.correction.wish is 'sealed: what should be recorded and why';
comment on column citizen.correction.answer is 'sealed: subject and text of the answering document';
comment on column citizen.correction.reply is 'claim check of the answering document, kept by correction/<number>';

create index correction_by_person on citizen.correction (person_hash, asked_at);
create index correction_by_time on citizen.correction (asked_at);
create index correction_waiting on citizen.correction (due_on) where state in ('SENT', 'IN_WORK');

-- Statuses of the axis, as they came.
create table citizen.correction_report (
    number text        not null references citizen.correction (number),
    code   text        not null,
    at     timestamptz not null,
    primary key (number, code, at)
);
