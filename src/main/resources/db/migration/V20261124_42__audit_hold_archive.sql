-- What must not be destroyed, whatever its age. It ends when one person has asked and another has agreed.
create table audit.hold (
    id               uuid        primary key,
    reason           text        not null,
    decision         text        not null,
    kind             text        check (kind in ('ANSWER', 'REFUSAL', 'ACT', 'SEAL')),
    since            timestamptz not null,
    until            timestamptz not null,
    partner          text,
    person_hash      bytea,
    placed_by        text        not null,
    placed_at        timestamptz not null,
    release_asked_by text,
    release_asked_at timestamptz,
    release_reason   text,
    released_by      text,
    released_at      timestamptz,
    constraint hold_period check (since < until),
    constraint hold_two_persons check (released_by is null or released_by <> release_asked_by),
    constraint hold_released check ((released_by is null) = (released_at is null))
);

comment on column audit.hold.kind is 'null holds every kind';
comment on column audit.hold.partner is
    'whom it is about; a month is dropped as a whole, and so is held as a whole';

-- A month of one kind, written to a file; part: rows that came when the month had been dropped make another part.
create table audit.archive (
    kind        text        not null check (kind in ('ANSWER', 'REFUSAL', 'ACT', 'SEAL')),
    month       integer     not null,
    part        integer     not null,
    file        text        not null,
    sha256      bytea       not null,
    bytes       bigint      not null,
    records     bigint      not null,
    first_seal  bigint,
    last_seal   bigint,
    recipient   text        not null,
    archived_at timestamptz not null,
    dropped_at  timestamptz,
    primary key (kind, month, part)
);

-- Gives a month that has rows in the partition for everything else a partition of its own.
create function audit.settle_months() returns integer language plpgsql as $$
declare
    kind    text;
    month   date;
    name    text;
    settled integer := 0;
begin
    foreach kind in array array['answer', 'refusal', 'act', 'seal'] loop
        for month in execute format(
            'select distinct date_trunc(''month'', occurred_at at time zone ''UTC'')::date from audit.event_%s_other', kind)
        loop
            name := format('event_%s_%s', kind, to_char(month, 'YYYYMM'));
            continue when to_regclass('audit.' || name) is not null;
            execute format('create table audit.%I (like audit.event_%s including all)', name, kind);
            execute format(
                'with moved as (delete from audit.event_%s_other where occurred_at >= %L and occurred_at < %L returning *)'
                ' insert into audit.%I select * from moved',
                kind, month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC', name);
            execute format('alter table audit.event_%s attach partition audit.%I for values from (%L) to (%L)',
                kind, name, month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
            settled := settled + 1;
        end loop;
    end loop;
    return settled;
end
$$;
