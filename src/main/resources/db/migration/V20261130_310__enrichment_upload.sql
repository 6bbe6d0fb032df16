-- Files of sources that come in parts over HTTP. Each part lies sealed with room delivery until the whole is a job.
create table enrichment.upload (
    id              uuid primary key,
    partner         text        not null,
    source          text        not null,
    manifest        bytea       not null,
    manifest_sha256 text        not null,
    length          bigint      not null check (length > 0),
    received        bigint      not null default 0,
    lease_ends      timestamptz,
    job             uuid,
    is_repeated     boolean     not null default false,
    fault_code      text,
    fault_rule      text,
    changed_at      timestamptz not null,
    constraint upload_received check (received between 0 and length),
    constraint upload_end check (job is null or fault_code is null),
    constraint upload_fault check ((fault_code is null) = (fault_rule is null))
);

comment on column enrichment.upload.manifest is 'as it came; it holds nothing about people';
comment on column enrichment.upload.length is 'of the whole file, by its manifest';
comment on column enrichment.upload.lease_ends is 'until then the whole is held against its manifest';
comment on column enrichment.upload.is_repeated is 'another delivery of the same file had made the job';

create unique index upload_manifest on enrichment.upload (partner, manifest_sha256) where fault_code is null;
create index upload_changed on enrichment.upload (changed_at);

create table enrichment.upload_part (
    upload  uuid   not null references enrichment.upload,
    start   bigint not null,
    content uuid   not null,
    length  bigint not null,
    sha256  text   not null,
    primary key (upload, start)
);
