create schema if not exists document;

-- The agencies that the document axis knows, by the newer form of their code.
create table document.agency (
    code      text primary key,
    old_code  text,
    code102   text,
    axis_id   text,
    parent_id text,
    name      text,
    mail      text,
    version   text
);

-- When the list was read, and until when one instance reads it for all.
create table document.agency_list (
    only_row      boolean     primary key default true check (only_row),
    edition       bigint      not null default 0,
    full_at       timestamptz,
    changes_at    timestamptz,
    version       text,
    claimed_until timestamptz
);

insert into document.agency_list default values;
