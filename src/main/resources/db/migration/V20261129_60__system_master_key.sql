-- A known text sealed with the master key of the first start: an instance with another key stops before it writes anything.
create table system.master_key (
    slot   smallint primary key default 1 check (slot = 1),
    sealed bytea    not null
);
