-- So that a file's second record about somebody whom the first one left as he was is known for a duplicate, in whatever chunk it stands.
alter table enrichment.chunk add column passed bytea;

comment on column enrichment.chunk.passed is 'people whom the chunk named first and left as they were: steps as variable-length numbers, deflated; null once the job is certified';
