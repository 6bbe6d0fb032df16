create schema if not exists citizen;

-- Up to when the uses under each rule of disclosure have been shown to their persons, and recorded as shown.
create table citizen.disclosure (
    rule            text        primary key,
    disclosed_until timestamptz not null
);
