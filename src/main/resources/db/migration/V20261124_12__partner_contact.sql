-- The published register of contacts: one entry an authority, in versions. A version never changes; the highest is in force.
create table partner.contact_version (
    authority  text        not null references partner.authority (code),
    version    integer     not null check (version > 0),
    content    jsonb       not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (authority, version)
);
