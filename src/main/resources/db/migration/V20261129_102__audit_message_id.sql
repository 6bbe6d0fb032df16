-- A message is searched for by its id: MaYeuCau, or the id that its door gave. The event has it too, so no seal covers the column.
alter table audit.event add column message_id text;

update audit.event set message_id = event::jsonb #>> '{data,messageId}' where kind in ('ANSWER', 'REFUSAL');

create index event_by_message on audit.event (message_id, occurred_at) where message_id is not null;
