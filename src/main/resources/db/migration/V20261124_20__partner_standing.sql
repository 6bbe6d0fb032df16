-- Where a partner stands beside its state: the end of its agreement, and how it ended. The version rises with every move.
alter table partner.partner
    add column agreement_ends    date,
    add column terminated_ground text,
    add column terminated_since  timestamptz,
    add column standing_version  bigint not null default 0;

-- What a partner proves itself by; several of a kind may be good at the same time, so that one can be replaced by another.
create table partner.credential (
    id             uuid primary key,
    partner        text        not null references partner.partner (id),
    kind           text        not null check (kind in ('SECRET', 'CLIENT_SECRET', 'CERTIFICATE')),
    origin         text        not null check (origin in ('FILE', 'ISSUED')),
    sealed         bytea,
    fingerprint    bytea,
    certificate    bytea,
    thumbprint     text,
    subject        text,
    valid_from     timestamptz not null,
    valid_until    timestamptz,
    issued_at      timestamptz not null,
    issued_by      text        not null,
    revoked_at     timestamptz,
    revoked_by     text,
    revoked_reason text,
    check ((kind = 'CERTIFICATE') = (certificate is not null and thumbprint is not null and subject is not null)),
    check ((kind <> 'CERTIFICATE') = (sealed is not null)),
    check (valid_until is null or valid_until > valid_from)
);

comment on column partner.credential.fingerprint is 'keyed hash of a secret of the policy file, by which a new one is seen';

create index credential_of_partner on partner.credential (partner);
create unique index credential_of_file on partner.credential (partner) where origin = 'FILE';
create unique index credential_thumbprint on partner.credential (partner, thumbprint) where revoked_at is null;

insert into partner.credential (id, partner, kind, origin, sealed, valid_from, issued_at, issued_by)
select gen_random_uuid(), id, 'SECRET', 'FILE', secret_sealed, timestamptz 'epoch', changed_at, 'dancu-bus'
from partner.partner;

alter table partner.partner drop column secret_sealed;

-- partner is null: all partners at once.
create table partner.suspension (
    id               uuid primary key,
    partner          text references partner.partner (id),
    ground           text        not null,
    since            timestamptz not null,
    until            timestamptz,
    reason           text        not null,
    return_condition text,
    ordered_at       timestamptz not null,
    ordered_by       text        not null,
    closed_at        timestamptz,
    closed_by        text,
    closed_how       text check (closed_how in ('RESUMED', 'CANCELLED')),
    evidence         text,
    check (until is null or until > since),
    check ((closed_at is null) = (closed_how is null))
);

create index suspension_of_partner on partner.suspension (partner, ordered_at);
create index suspension_open on partner.suspension (since) where closed_at is null;

-- What takes two persons, between the first and the second.
create table partner.proposal (
    id               uuid primary key,
    partner          text        not null references partner.partner (id),
    action           text        not null check (action in ('TERMINATE', 'RESUME')),
    suspension       uuid references partner.suspension (id),
    ground           text,
    reason           text        not null,
    standing_version bigint      not null,
    proposed_at      timestamptz not null,
    proposed_by      text        not null,
    decided_at       timestamptz,
    decided_by       text,
    outcome          text check (outcome in ('CONFIRMED', 'WITHDRAWN')),
    check ((action = 'RESUME') = (suspension is not null)),
    check ((action = 'TERMINATE') = (ground is not null)),
    check ((decided_at is null) = (outcome is null))
);

create index proposal_of_partner on partner.proposal (partner, proposed_at);

-- The outbox of what partners are told. once: no notice of the same matter is written twice.
create table partner.notice (
    id         uuid primary key,
    partner    text        not null references partner.partner (id),
    kind       text        not null,
    once       text        not null unique,
    subject_vi text        not null,
    subject_en text        not null,
    body_vi    text        not null,
    body_en    text        not null,
    created_at timestamptz not null,
    due_by     timestamptz not null,
    next_try   timestamptz not null,
    attempts   integer     not null default 0,
    last_error text,
    sent_at    timestamptz
);

create index notice_to_send on partner.notice (next_try) where sent_at is null;
create index notice_of_partner on partner.notice (partner, created_at);

create trigger credential_rises
    after insert or update or delete or truncate on partner.credential
    for each statement execute function partner.rise();

create trigger suspension_rises
    after insert or update or delete or truncate on partner.suspension
    for each statement execute function partner.rise();
