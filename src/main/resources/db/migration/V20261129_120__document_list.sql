-- Documents about many people, the youngest first, for the list of jobs: few among many.
create index document_list on document.document (received_at desc, id desc) where people >= 50;
