-- Which partner an X-Road client identifier stands for, and the security servers whose word is taken for it.
create table partner.xroad_client (
    identifier text        primary key check (length(identifier) between 5 and 1100 and identifier !~ '[[:cntrl:]]'),
    partner    text        not null references partner.partner (id),
    added_at   timestamptz not null,
    added_by   text        not null
);

create index xroad_client_partner on partner.xroad_client (partner);

create table partner.xroad_server (
    id             uuid        primary key,
    name           text        not null check (length(name) between 1 and 200),
    certificate    bytea       not null,
    thumbprint     text        not null,
    subject        text        not null,
    valid_from     timestamptz not null,
    valid_until    timestamptz not null,
    registered_at  timestamptz not null,
    registered_by  text        not null,
    revoked_at     timestamptz,
    revoked_by     text,
    revoked_reason text
);

create unique index xroad_server_thumbprint on partner.xroad_server (thumbprint) where revoked_at is null;

create trigger xroad_client_rises
    after insert or update or delete or truncate on partner.xroad_client
    for each statement execute function partner.rise();

create trigger xroad_server_rises
    after insert or update or delete or truncate on partner.xroad_server
    for each statement execute function partner.rise();
