-- Questions of askers that are answered later, as they came, sealed with the key of the month of their record: an operator may ask them
-- again within dancu.replay.keep-questions. Written in the statement of the record, dropped by days. A question is no part of the
-- record: no seal covers it, no archive has it.
create table audit.question (
    event       uuid        not null,
    occurred_at timestamptz not null,
    partner     text,
    door        text        not null,
    message_id  text,
    key_period  int,
    sealed      bytea       not null,
    primary key (event, occurred_at)
) partition by range (occurred_at);

comment on column audit.question.message_id is 'the id that the door gave, the same however often the message is delivered';
comment on column audit.question.sealed is 'the id of the event, and the question with what its door needs to take it again';

-- Cipher text cannot be compressed.
alter table audit.question alter column sealed set storage external;

create table audit.question_rest partition of audit.question default;
alter table audit.question_rest alter column sealed set storage external;

-- Makes the partitions of days that are not there, unless the rest has questions of the day already.
create function audit.make_question_days(first date, number int) returns void language plpgsql as $$
declare
    day date;
    name text;
begin
    for i in 0..number - 1 loop
        day := first + i;
        name := 'question_' || to_char(day, 'YYYYMMDD');
        if to_regclass('audit.' || name) is null and not exists (select 1 from audit.question_rest
                where occurred_at >= day::timestamp at time zone 'UTC' and occurred_at < (day + 1)::timestamp at time zone 'UTC') then
            execute format('create table audit.%I partition of audit.question for values from (%L) to (%L)', name,
                day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
            execute format('alter table audit.%I alter column sealed set storage external', name);
        end if;
    end loop;
end $$;

select audit.make_question_days((now() at time zone 'UTC')::date, 3);
