-- When people were told of a notice, by mail or at an address of theirs; the queue has a column of its own (sent_at).
alter table partner.notice add column told_at timestamptz;
create index notice_untold on partner.notice (created_at) where told_at is null;
