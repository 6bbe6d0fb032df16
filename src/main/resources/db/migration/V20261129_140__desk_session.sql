create schema if not exists desk;

-- Who is signed in at the console: any instance serves the session that another began. The columns are those of Spring Session.
create table desk.session (
    primary_id            char(36)     primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);

create index session_expiry on desk.session (expiry_time);

create table desk.session_attributes (
    session_primary_id char(36)     not null references desk.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
