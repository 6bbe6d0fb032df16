-- Bodies of the state and others that connect. code: QĐ 20/2020/QĐ-TTg; older_code: TT 10/2016/TT-BTTTT, as registered or
-- by rule, where there is one. Both live, so either leads to the body.
create table partner.authority (
    code          text primary key check (code ~ '^[.0-9A-Z]{3,35}$'),
    older_code    text unique,
    kind          text        not null,
    name          text        not null,
    registered_at timestamptz not null,
    registered_by text        not null
);
