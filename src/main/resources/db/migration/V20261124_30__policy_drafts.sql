-- Versions are published by people: a draft first, and two persons for it.
create table policy.draft (
    id           bigint generated always as identity primary key,
    base         bigint      not null,
    origin       bigint,
    note         text        not null,
    authors      text[]      not null,
    state        text        not null default 'OPEN' check (state in ('OPEN', 'PUBLISHED', 'DISCARDED')),
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    published_as bigint
);
create index draft_open on policy.draft (state, id);

-- rights: what the author wrote, in the words of a partner in the policy file.
create table policy.draft_rights (
    draft   bigint not null references policy.draft (id),
    partner text   not null,
    rights  text   not null check (length(rights) <= 262144),
    primary key (draft, partner)
);

alter table policy.version
    add column authors      text[] not null default '{}',
    add column published_by text,
    add column draft        bigint unique references policy.draft (id),
    add column note         text;

-- Null stands for what every permission was before: no clause of its own, every officer, no relationship asked for.
alter table policy.permission
    add column legal_basis  text,
    add column officers     text[],
    add column relationship text check (relationship in ('CASE', 'FOLLOW_LIST')),
    add column case_forms   text[];

-- How many officers a partner may register by itself; a partner without a row none.
create table policy.managed (
    version  bigint  not null references policy.version (number),
    partner  text    not null,
    officers integer not null check (officers > 0),
    primary key (version, partner)
);

create function policy.keep_published() returns trigger language plpgsql as $$
begin
    raise exception 'a published version of the policy never changes';
end
$$;

create trigger version_stays before update or delete on policy.version
    for each row execute function policy.keep_published();
create trigger officer_stays before update or delete on policy.officer
    for each row execute function policy.keep_published();
create trigger permission_stays before update or delete on policy.permission
    for each row execute function policy.keep_published();
create trigger quota_stays before update or delete on policy.quota
    for each row execute function policy.keep_published();
create trigger managed_stays before update or delete on policy.managed
    for each row execute function policy.keep_published();
