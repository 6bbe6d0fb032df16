-- The bytes of a refused document are kept for some time, so that the cause can be looked into.
alter table document.document add column content_kept boolean not null default true;

comment on column document.document.content_kept is 'whether its bytes lie sealed in room delivery still';

create index document_set_aside on document.document (changed_at) where state = 'refused' and content_kept;
