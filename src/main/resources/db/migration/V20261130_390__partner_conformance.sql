-- Results of conformance that partners handed in, each as it was signed; nothing in them names a person.
create table partner.conformance_result (
    sha256      text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    partner     text        not null references partner.partner (id),
    run         text        not null unique,
    signer      text        not null,
    target      text        not null,
    ended_at    timestamptz not null,
    document    text        not null,
    received_by text        not null,
    received_at timestamptz not null
);

create index conformance_result_partner on partner.conformance_result (partner, ended_at desc);
