-- Addresses of officers from which a mail came back for good. A newer version of the entry says that they were looked at.
create table partner.contact_returned (
    authority   text        not null references partner.authority (code),
    email       text        not null,
    status      text        not null,
    returned_at timestamptz not null,
    primary key (authority, email)
);
