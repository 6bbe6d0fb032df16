create schema if not exists citizen;

create table citizen.token_use (
    token      bytea       primary key,
    shower     bytea       not null,
    good_until timestamptz not null,
    constraint token_use_hashes check (octet_length(token) = 32 and octet_length(shower) = 32)
);

create index token_use_good_until on citizen.token_use (good_until);

comment on table citizen.token_use is 'by whom each token of a citizen was shown first: hashes of its jti, and of partner and nonce; deleted when it has expired';
