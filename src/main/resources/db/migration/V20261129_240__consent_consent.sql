-- Consents of persons: who asked for what, and what the person decided. A person is a keyed hash to be found by and a sealed number.
create schema consent;

create table consent.consent (
    id            uuid        primary key,
    partner       text        not null,
    reference     text        not null,
    person_hash   bytea       not null check (length(person_hash) = 32),
    person_sealed bytea       not null,
    purpose       text        not null,
    fields        text[]      not null check (cardinality(fields) > 0),
    days          integer     not null check (days > 0),
    reason        text        not null,
    text_version  text        not null,
    text_vi       text        not null,
    text_en       text        not null,
    state         text        not null
        check (state in ('REQUESTED', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'EXPIRED')),
    requested_at  timestamptz not null,
    answer_by     timestamptz not null,
    changed_at    timestamptz not null,
    -- What the person decided, and how the person proved who it is; a withdrawal keeps how it was given.
    decided_at    timestamptz,
    consented     text[],
    ends_at       timestamptz,
    through       text,
    account       text,
    issuer        text,
    level         text,
    unique (partner, reference),
    check ((state in ('GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED')) = (decided_at is not null)),
    check ((state in ('GIVEN', 'WITHDRAWN', 'EXPIRED')) = (ends_at is not null))
);

-- The access decision asks by these for many questions at once.
create index consent_in_force on consent.consent (person_hash, partner, purpose) where state = 'GIVEN';
create index consent_of_person on consent.consent (person_hash, requested_at desc, id desc);
create index consent_changed on consent.consent (partner, changed_at, id);
create index consent_asked on consent.consent (partner, requested_at);
create index consent_unanswered on consent.consent (answer_by) where state = 'REQUESTED';
create index consent_running on consent.consent (ends_at) where state = 'GIVEN';
