-- Files of data for the register on their way: received, checked, merged, balanced, certified. A file lies sealed with room delivery;
-- its checked records stand in a table for each chunk (enrichment.staged_<job>_<chunk>) until the chunk is merged.
create schema enrichment;

create table enrichment.job (
    id              uuid primary key,
    number          int generated always as identity unique,
    source          text        not null,
    authority       text        not null,
    document        text        not null,
    profile         text        not null,
    encoding        text,
    content         uuid        not null,
    content_length  bigint      not null,
    content_sha256  text        not null,
    declared        bigint,
    verified_on     date        not null,
    delivered_by    text        not null,
    received_at     timestamptz not null,
    state           text        not null
        check (state in ('received', 'checked', 'merged', 'balanced', 'certified', 'cancelled', 'failed')),
    hold            text check (hold in ('paused', 'suspended', 'waiting')),
    changed_at      timestamptz not null,
    work_since      timestamptz,
    next_try        timestamptz not null,
    lease           uuid,
    lease_ends      timestamptz,
    failures        int         not null default 0,
    chunk_records   int         not null,
    rate_limit      int check (rate_limit > 0),
    staged          bigint      not null default 0,
    worked          bigint      not null default 0,
    cause_code      text,
    cause_field     text,
    cause_line      bigint      not null default 0,
    occurrence      uuid,
    sheet           text,
    result          uuid,
    result_length   bigint,
    result_sha256   text,
    certificate     bytea,
    constraint job_lease check ((lease is null) = (lease_ends is null)),
    constraint job_cause check (state <> 'failed' or cause_code is not null),
    constraint job_result check ((result is null) = (sheet is null))
);

comment on column enrichment.job.number is 'the order of receipt; the origin of what the job merges';
comment on column enrichment.job.declared is 'records by the manifest';
comment on column enrichment.job.verified_on is 'for records that do not say when they were verified';
comment on column enrichment.job.work_since is 'when the work of this state began, for rate and remaining time';
comment on column enrichment.job.lease is 'of the instance that reads the file; merging holds the row itself';
comment on column enrichment.job.staged is 'records that were read and checked';
comment on column enrichment.job.worked is 'records of merged chunks';

create index job_open on enrichment.job (number) where state in ('received', 'checked', 'merged', 'balanced');
create index job_young on enrichment.job (received_at desc, id desc);
create unique index job_delivery on enrichment.job (source, document, content_sha256) where state not in ('cancelled', 'failed');

-- Records of a file that are merged in one transaction.
create table enrichment.chunk (
    job               int     not null references enrichment.job (number),
    number            int     not null,
    first_line        bigint  not null,
    last_line         bigint  not null,
    records           int     not null,
    accepted          int     not null,
    is_staged         boolean not null,
    lines             bytea   not null,
    refusals          bytea   not null,
    outcomes          bytea,
    merged_new        int     not null default 0,
    merged_changed    int     not null default 0,
    unchanged         int     not null default 0,
    name_differs      int     not null default 0,
    birth_differs     int     not null default 0,
    unknown           int     not null default 0,
    ambiguous         int     not null default 0,
    deceased          int     not null default 0,
    duplicate_in_file int     not null default 0,
    older_than_held   int     not null default 0,
    refused_by_check  int     not null default 0,
    by_replaced       int     not null default 0,
    merged_at         timestamptz,
    primary key (job, number),
    constraint chunk_balance check (merged_at is null or records = merged_new + merged_changed + unchanged + name_differs
        + birth_differs + unknown + ambiguous + deceased + duplicate_in_file + older_than_held + refused_by_check)
);

comment on column enrichment.chunk.is_staged is 'its table exists';
comment on column enrichment.chunk.lines is 'where the accepted records begin: steps as variable-length numbers, deflated';
comment on column enrichment.chunk.refusals is 'line, reason and column of each refused record, deflated';
comment on column enrichment.chunk.outcomes is 'a letter for each accepted record, deflated; capital but for a number that was replaced';
comment on column enrichment.chunk.by_replaced is 'of all: found by a number that was replaced';

create index chunk_staged on enrichment.chunk (job, number) where is_staged;

-- Records that are not those of the person they name, until a clerk decides.
create table enrichment.difference (
    job         int      not null references enrichment.job (number),
    line        bigint   not null,
    outcome     text     not null,
    citizen_id  bigint,
    number      text     not null,
    name_folded text     not null,
    birth_year  smallint not null,
    birth_date  date,
    verified_on date     not null,
    record_id   text,
    content     text     not null,
    primary key (job, line)
);

comment on column enrichment.difference.citizen_id is 'whom the number leads to; null for an unknown number';
comment on column enrichment.difference.content is 'as in register.enriched';
