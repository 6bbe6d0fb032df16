-- Bundles of routes: what each version held, which one every instance is to run, and each change of it with its steps.
create schema shelf;

create table shelf.version (
    bundle    text        not null,
    version   text        not null,
    digest    text        not null check (digest ~ '^[0-9a-f]{64}$'),
    files     jsonb       not null,
    signature text,
    signer    text,
    added_at  timestamptz not null,
    added_by  text        not null,
    primary key (bundle, version)
);

comment on table shelf.version is 'what a version holds never changes: rows are added and never updated';
comment on column shelf.version.files is 'text of each file by its path, bundle.yaml among them';

create table shelf.deployment (
    id           uuid        primary key,
    seq          bigint      generated always as identity unique,
    bundle       text        not null,
    version      text        not null,
    digest       text        not null,
    from_version text,
    from_digest  text,
    cause        text        not null,
    by_account   text        not null,
    reason       text        not null,
    state        text        not null,
    findings     jsonb       not null default '[]',
    started_at   timestamptz not null,
    cancelled_by text,
    ended_at     timestamptz
);

create unique index deployment_open on shelf.deployment ((true)) where ended_at is null;
comment on index shelf.deployment_open is 'there is one open deployment at a time';
create index deployment_bundle on shelf.deployment (bundle, seq);

create table shelf.step (
    deployment uuid        not null references shelf.deployment,
    number     int         not null,
    name       text        not null,
    outcome    text        not null,
    detail     text        not null,
    instance   text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    primary key (deployment, number)
);

create table shelf.wanted (
    bundle     text        primary key,
    version    text        not null,
    deployment uuid        not null references shelf.deployment,
    since      timestamptz not null,
    foreign key (bundle, version) references shelf.version
);

comment on table shelf.wanted is 'what every instance is to run';

create table shelf.instance (
    instance    text        not null,
    bundle      text        not null,
    version     text,
    trouble     text,
    reported_at timestamptz not null,
    primary key (instance, bundle)
);

comment on table shelf.instance is 'what each instance runs, as it has reported; rows of instances that are gone are deleted';

create trigger wanted_announces after insert or update or delete on shelf.wanted
    for each statement execute function system.announce('shelf');
