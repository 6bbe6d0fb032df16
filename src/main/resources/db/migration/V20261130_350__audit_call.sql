-- Questions of ours to another service: one record before each leaves, and one of what became of it.
create table audit.event_call partition of audit.event for values in ('CALL') partition by range (occurred_at);
create table audit.event_call_other partition of audit.event_call default;

alter table audit.hold drop constraint hold_kind_check,
    add constraint hold_kind_check check (kind in ('ANSWER', 'REFUSAL', 'ACT', 'SEAL', 'CALL'));
alter table audit.archive drop constraint archive_kind_check,
    add constraint archive_kind_check check (kind in ('ANSWER', 'REFUSAL', 'ACT', 'SEAL', 'CALL'));

create or replace function audit.make_months(first date, months integer) returns void language plpgsql as $$
declare
    kind  text;
    month date;
begin
    foreach kind in array array['answer', 'refusal', 'act', 'seal', 'call'] loop
        for i in 0 .. months - 1 loop
            month := date_trunc('month', first) + make_interval(months => i);
            execute format(
                'create table if not exists audit.event_%s_%s partition of audit.event_%s for values from (%L) to (%L)',
                kind, to_char(month, 'YYYYMM'), kind,
                month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
        end loop;
    end loop;
end
$$;

create or replace function audit.settle_months() returns integer language plpgsql as $$
declare
    kind    text;
    month   date;
    name    text;
    settled integer := 0;
begin
    foreach kind in array array['answer', 'refusal', 'act', 'seal', 'call'] loop
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

select audit.make_months((now() at time zone 'UTC')::date, 4);

comment on column audit.seal.kinds is 'one letter a record: A answer, R refusal, C act, S seal, O call';
