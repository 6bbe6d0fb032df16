create schema if not exists audit;

-- One row an answer or a refusal. xid is the transaction that wrote it: rows whose xid is older than every running
-- transaction are complete, and (xid, seq) is the order in which they are relayed. event is what goes to Kafka, letter
-- for letter; what can be read from it is not stored twice (see event_detail).
create table audit.event (
    xid           xid8        not null default pg_current_xact_id(),
    seq           integer     not null,
    id            uuid        not null,
    occurred_at   timestamptz not null,
    partner       text,
    service       text,
    person_hash   bytea,
    person_sealed bytea,
    event         text        not null,
    primary key (xid, seq)
);

-- Who asked about one person.
create index event_by_person on audit.event (person_hash, occurred_at) where person_hash is not null;

-- Keys that may be used once within the replay window.
create table audit.once (
    key     bytea primary key,
    seen_at timestamptz not null
);

create index once_by_age on audit.once (seen_at);

-- How far the relay to Kafka has come.
create table audit.relay (
    one boolean primary key default true check (one),
    xid xid8    not null,
    seq integer not null
);
insert into audit.relay (xid, seq) values ('0', 0);

-- For people with a SQL prompt.
create view audit.event_detail as
select e.xid, e.seq, e.id, e.occurred_at, e.partner, e.service, e.person_hash,
       d ->> 'outcome'                          as outcome,
       d ->> 'result'                           as result,
       d ->> 'officer'                          as officer,
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
