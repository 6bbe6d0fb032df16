-- Parts whose submission was written and not answered: the operator may have them. Each is there until a receipt shows that it has,
-- or until it is sent again.
create table sms.unanswered (
    delivery       uuid        not null,
    part           integer     not null,
    operator       text        not null,
    subscriber_key bytea       not null,
    reference      integer     not null,
    submitted_at   timestamptz not null,
    held_until     timestamptz not null,
    primary key (delivery, part)
);
comment on column sms.unanswered.subscriber_key is 'keyed hash of the number';
comment on column sms.unanswered.reference is 'user_message_reference of the submission; a receipt may repeat it';

-- Of rows that a receipt has made.
alter table sms.submission add column subscriber_key bytea, add column reference integer;
create index submission_orphan on sms.submission (operator, subscriber_key) where delivery is null;
