-- What other authorities bring to the records of people (NĐ 58/2026/NĐ-CP): one row a person and group, whatever the group. A new source
-- needs no table of its own; the partition of a group is made when its first file is merged.
create table register.enriched_group (
    id      smallint generated always as identity primary key,
    element text     not null unique
);

comment on column register.enriched_group.element is 'path of the group in the citizen message, such as TheBHYT';

-- Where values come from: a row for each file that was merged.
create table register.enriched_origin (
    id          int primary key,
    group_id    smallint    not null references register.enriched_group,
    job         uuid        not null,
    source      text        not null,
    authority   text        not null,
    document    text        not null,
    precedence  smallint    not null,
    elements    text[]      not null,
    received_at timestamptz not null
);

comment on table register.enriched_origin is 'a later file has a higher id';
comment on column register.enriched_origin.elements is 'names of the values of its rows, in their order';

create index enriched_origin_group on register.enriched_origin (group_id);

-- No foreign keys: the merge reads the person's own row, people are never deleted, and a check for each of millions of rows doubles
-- the time.
create table register.enriched (
    citizen_id  bigint   not null,
    origin_id   int      not null,
    verified_on date     not null,
    group_id    smallint not null,
    content     text     not null
) partition by list (group_id);

comment on column register.enriched.content is 'the values in the order of the origin''s elements, apart by U+001F; empty where there is none';

create table register.enriched_history (
    citizen_id  bigint      not null,
    origin_id   int         not null,
    verified_on date        not null,
    group_id    smallint    not null,
    replaced_by int         not null,
    replaced_at timestamptz not null,
    content     text        not null
);

comment on table register.enriched_history is 'what was replaced, by which origin';

create index enriched_history_of on register.enriched_history (citizen_id);
