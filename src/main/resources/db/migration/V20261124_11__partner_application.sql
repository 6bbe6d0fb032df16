-- The steps to connection as they were when an application began: it keeps them, whatever the file says later.
create table partner.step_plan (
    hash    text primary key check (hash ~ '^[0-9a-f]{64}$'),
    content text        not null,
    source  text        not null,
    seen_at timestamptz not null
);

-- One application for one system of an authority. round: how often documents were handed in; an approval belongs to one.
create table partner.application (
    partner    text primary key references partner.partner (id),
    authority  text        not null references partner.authority (code),
    name       text        not null,
    dialect    text        not null,
    via        text references partner.partner (id) check (via <> partner),
    plan       text        not null references partner.step_plan (hash),
    state      text        not null
        check (state in ('APPLYING', 'IN_REVIEW', 'SENT_BACK', 'LIVE', 'CHECKED', 'REFUSED')),
    step       text,
    round      integer     not null default 0,
    reason     text,
    due_on     date,
    applied_by text        not null,
    applied_at timestamptz not null,
    check ((step is null) = (state in ('CHECKED', 'REFUSED')))
);
create index application_by_due on partner.application ((coalesce(due_on, 'infinity'::date)), partner);
create index application_by_authority on partner.application (authority);

-- What happened, in order; nothing here is ever changed.
create table partner.application_move (
    partner  text        not null references partner.application (partner),
    number   integer     not null,
    kind     text        not null check (kind in ('APPLIED', 'SUBMITTED', 'APPROVED', 'SENT_BACK', 'REFUSED')),
    step     text        not null,
    round    integer     not null,
    at       timestamptz not null,
    by_whom  text        not null,
    role     text,
    reason   text,
    primary key (partner, number)
);
-- Nobody's approval counts twice, even if the application were not locked.
create unique index application_approval on partner.application_move (partner, step, round, by_whom)
    where kind = 'APPROVED';

-- A document that was handed in, by its reference and the hash of its file; the file itself lies with the applicant's papers.
create table partner.application_evidence (
    partner     text    not null,
    number      integer not null,
    document    text    not null,
    reference   text    not null,
    issued_on   date    not null,
    valid_until date,
    sha256      text    not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (partner, number, document),
    foreign key (partner, number) references partner.application_move (partner, number)
);
