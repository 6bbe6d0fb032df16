-- The replay that took a document up again.
alter table document.document add column replay uuid;

comment on column document.document.replay is 'which took it up again; null where none did';

-- A document by the DocumentId alone.
create index document_by_id on document.document (document_id) where document_id is not null;
