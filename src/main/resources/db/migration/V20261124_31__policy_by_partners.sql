-- What partners keep by themselves inside the limits of the published version.
create table policy.managed_officer (
    partner  text        not null,
    officer  text        not null check (officer ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    until    timestamptz,
    added_at timestamptz not null,
    primary key (partner, officer)
);

create table policy.closed_procedure (
    partner   text        not null,
    procedure text        not null,
    closed_at timestamptz not null,
    primary key (partner, procedure)
);

-- One row that rises with every change of the two tables above; all instances are told.
create table policy.revision (
    one    boolean primary key default true check (one),
    number bigint not null
);
insert into policy.revision (number) values (0);

create function policy.rise() returns trigger language plpgsql as $$
begin
    update policy.revision set number = number + 1;
    return null;
end
$$;

create trigger managed_officer_rises
    after insert or update or delete or truncate on policy.managed_officer
    for each statement execute function policy.rise();
create trigger closed_procedure_rises
    after insert or update or delete or truncate on policy.closed_procedure
    for each statement execute function policy.rise();
create trigger policy_revision_announces after update on policy.revision
    for each statement execute function system.announce('policy');

-- The follow lists of partners: persons by keyed hash, looked up only where a grant demands it.
create table policy.relationship (
    partner     text        not null,
    person_hash bytea       not null check (length(person_hash) = 32),
    since       timestamptz not null,
    until       timestamptz check (until > since),
    issue       text,
    changed_at  timestamptz not null,
    primary key (partner, person_hash)
);
