-- Routes that run a version first, on every instance, before it is wanted of all routes.
create table shelf.canary (
    bundle     text   primary key,
    version    text   not null,
    deployment uuid   not null references shelf.deployment,
    routes     text[] not null,
    foreign key (bundle, version) references shelf.version
);

comment on table shelf.canary is 'the open deployment while a part of the routes runs its version; empty at other times';

alter table shelf.instance add column canary text;
comment on column shelf.instance.canary is 'version that a part of the routes runs; null when there is no such part';

create trigger canary_announces after insert or update or delete on shelf.canary
    for each statement execute function system.announce('shelf');
