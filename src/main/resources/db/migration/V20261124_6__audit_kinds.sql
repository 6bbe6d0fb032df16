-- The trail by kind and month, so that each kind is kept as long as its own rule says and a month is dropped as a whole.
-- What inspectors search by stands in columns of its own.
alter table audit.event rename to event_before;
alter index audit.event_pkey rename to event_before_pkey;
drop index audit.event_by_person;
drop view audit.event_detail;

create table audit.event (
    xid           xid8        not null default pg_current_xact_id(),
    seq           integer     not null,
    id            uuid        not null,
    kind          text        not null check (kind in ('ANSWER', 'REFUSAL', 'ACT', 'SEAL')),
    occurred_at   timestamptz not null,
    partner       text,
    service       text,
    officer       text,
    result        text,
    person_hash   bytea,
    person_sealed bytea,
    key_period    integer,
    event         text        not null,
    primary key (xid, seq, kind, occurred_at)
) partition by list (kind);

comment on column audit.event.event is 'what goes to Kafka, letter for letter';
comment on column audit.event.key_period is 'the period whose key sealed the person; null for the master key itself';

create table audit.event_answer partition of audit.event for values in ('ANSWER') partition by range (occurred_at);
create table audit.event_refusal partition of audit.event for values in ('REFUSAL') partition by range (occurred_at);
create table audit.event_act partition of audit.event for values in ('ACT') partition by range (occurred_at);
create table audit.event_seal partition of audit.event for values in ('SEAL') partition by range (occurred_at);

-- Where a clock that runs wrong leads: nothing is lost for want of a partition.
create table audit.event_answer_other partition of audit.event_answer default;
create table audit.event_refusal_other partition of audit.event_refusal default;
create table audit.event_act_other partition of audit.event_act default;
create table audit.event_seal_other partition of audit.event_seal default;

create index event_by_id on audit.event (id);
create index event_by_person on audit.event (person_hash, occurred_at) where person_hash is not null;
create index event_by_partner on audit.event (partner, occurred_at);
create index event_by_officer on audit.event (officer, occurred_at) where officer is not null;

-- The partitions of so many months from that month on, as far as they are not there.
create function audit.make_months(first date, months integer) returns void language plpgsql as $$
declare
    kind  text;
    month date;
begin
    foreach kind in array array['answer', 'refusal', 'act', 'seal'] loop
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

select audit.make_months(
    least((select min(occurred_at at time zone 'UTC') from audit.event_before), now() at time zone 'UTC')::date,
    4 + (extract(year from age(now(), coalesce((select min(occurred_at) from audit.event_before), now()))) * 12
       + extract(month from age(now(), coalesce((select min(occurred_at) from audit.event_before), now()))))::integer);

insert into audit.event (xid, seq, id, kind, occurred_at, partner, service, officer, result, person_hash, person_sealed,
                         event)
select xid, seq, id, case d ->> 'outcome' when 'answer' then 'ANSWER' else 'REFUSAL' end, occurred_at, partner, service,
       d ->> 'officer', d ->> 'result', person_hash, person_sealed, event
from audit.event_before, lateral (select event::jsonb -> 'data' as d) as parsed;

drop table audit.event_before;

-- For people with a SQL prompt.
create view audit.event_detail as
select e.xid, e.seq, e.id, e.kind, e.occurred_at, e.partner, e.service, e.officer, e.result, e.person_hash,
       d ->> 'outcome'                          as outcome,
       d ->> 'procedure'                        as procedure,
       d ->> 'purpose'                          as purpose,
       d -> 'releasedFields'                    as released_fields,
       d -> 'withheldFields'                    as withheld_fields,
       (d ->> 'policyVersion')::bigint          as policy_version,
       d ->> 'policyHash'                       as policy_hash,
       d ->> 'door'                             as door,
       d ->> 'messageId'                        as message_id,
       (d ->> 'bytesIn')::bigint                as bytes_in,
       (d ->> 'bytesOut')::bigint               as bytes_out,
       (d ->> 'receivedAt')::timestamptz        as received_at,
       (d ->> 'answeredAt')::timestamptz        as answered_at
from audit.event e, lateral (select e.event::jsonb -> 'data' as d) as parsed;
