-- Questions of citizens about uses of their data. The citizen is known by the keyed hash of the audit trail alone.
create table citizen.question (
    number      text        primary key,
    event       uuid        not null unique,
    event_at    timestamptz not null,
    partner     text,
    message_id  text,
    service     text        not null,
    person_hash bytea       not null,
    state       text        not null check (state in ('OPEN', 'OVERDUE', 'ANSWERED', 'CLOSED')),
    asked_at    timestamptz not null,
    due_on      date        not null,
    reminded_at timestamptz,
    text        bytea,
    finding     text        check (finding in ('LAWFUL', 'MISTAKE', 'UNLAWFUL')),
    answer      bytea,
    answered_at timestamptz,
    constraint question_ended check (
        (state in ('ANSWERED', 'CLOSED')) = (answered_at is not null) and (finding is null) = (answered_at is null))
);

comment on column citizen.question.event is 'the use; it is of one person, so it has one question';
comment on column citizen.question.text is 'sealed; null when its time of keeping was over, as the answer';

create index question_by_person on citizen.question (person_hash, asked_at);
create index question_by_partner on citizen.question (partner, asked_at);
create index question_by_time on citizen.question (asked_at);
create index question_waiting on citizen.question (due_on) where state in ('OPEN', 'OVERDUE');
