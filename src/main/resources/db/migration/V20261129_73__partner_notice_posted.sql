-- Notices are sent from the outbox now; the table keeps what was written and what became of it.
drop index partner.notice_to_send;
alter table partner.notice drop column next_try;
create index notice_unsent on partner.notice (created_at) where sent_at is null;
