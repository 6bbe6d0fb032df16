-- One key a month for the personal content of its records, sealed with the master key. A destroyed key leaves its row, so
-- that nobody makes it anew and that it is known who destroyed it.
create table audit.key_period (
    number             integer     primary key,
    since              timestamptz not null,
    until              timestamptz not null,
    sealed             bytea,
    made_at            timestamptz not null,
    destroy_asked_by   text,
    destroy_asked_at   timestamptz,
    destroy_reason     text,
    destroyed_by       text,
    destroyed_at       timestamptz,
    constraint key_period_destroyed check ((sealed is null) = (destroyed_at is not null)),
    constraint key_period_two_persons check (destroyed_by is null or destroyed_by <> destroy_asked_by)
);

comment on column audit.key_period.number is 'year and month in UTC, such as 202611';
