-- The messages of one piece of work, by the beginning of their once-keys.
create index message_of_work on delivery.message (once_key collate "C");
