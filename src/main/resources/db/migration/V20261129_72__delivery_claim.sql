-- Who keeps a body that lies in a file. A file without a row here goes after dancu.delivery.orphan-age.
create table delivery.claim (
    id     uuid not null,
    holder text not null,
    primary key (holder, id)
);

create index claim_of_file on delivery.claim (id);
