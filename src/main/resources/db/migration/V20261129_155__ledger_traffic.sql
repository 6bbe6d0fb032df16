-- Questions by the minute for the charts of the console: one line a minute, instance and door, partner or service, kept for
-- three hours. Nothing about a person is here.
create table ledger.traffic (
    tag      text        not null,
    minute   timestamptz not null,
    value    text        not null,
    instance uuid        not null,
    answered bigint      not null,
    refused  bigint      not null,
    failed   bigint      not null,
    latency  bigint[]    not null,
    primary key (tag, minute, value, instance)
) with (fillfactor = 70);

comment on column ledger.traffic.latency is 'how many took up to 0.5 ms, 0.7 ms, 1 ms and so on, each step 1.41 times the one before';
