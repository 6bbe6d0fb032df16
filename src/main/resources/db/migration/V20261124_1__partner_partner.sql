create schema if not exists partner;

create table partner.partner (
    id            text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
    name          text        not null,
    agency_code   text        not null,
    dialect       text        not null,
    state         text        not null check (state in ('ACTIVE', 'SUSPENDED', 'TERMINATED')),
    secret_sealed bytea       not null,
    changed_at    timestamptz not null
);

-- One row that rises with every change, whoever makes it, so that all instances notice a change by one cheap query.
create table partner.revision (
    one    boolean primary key default true check (one),
    number bigint not null
);
insert into partner.revision (number) values (0);

create function partner.rise() returns trigger language plpgsql as $$
begin
    update partner.revision set number = number + 1;
    return null;
end
$$;

create trigger partner_rises
    after insert or update or delete or truncate on partner.partner
    for each statement execute function partner.rise();
