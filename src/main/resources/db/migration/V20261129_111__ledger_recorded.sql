-- The ledger beside the trail: what the trail of audit has recorded of the same messages, read once an hour is over.
alter table ledger.count add column returned bigint not null default 0;

comment on column ledger.count.returned is 'went back to where they came from; not in taken, but the trail may have an answer of the first time';

create table ledger.recorded (
    hour     timestamptz not null,
    door     text        not null,
    partner  text        not null,
    answered bigint      not null,
    refused  bigint      not null,
    cut      bigint      not null,
    primary key (hour, door, partner)
);

comment on column ledger.recorded.hour is 'in which the message came, as the ledger has it';
comment on column ledger.recorded.partner is 'of a refusal also who was claimed and not proved';
comment on column ledger.recorded.cut is 'refusals that say of a recorded answer that it did not leave';

create table ledger.recorded_hour (
    hour    timestamptz primary key,
    read_at timestamptz not null
);

-- Documents stand in the balance by the hour in which the axis first delivered them.
create index delivery_taken on document.delivery (taken_at) where document is not null;
