-- A certificate by whose key a partner signs its messages; the same certificate may serve TLS too.
alter table partner.credential drop constraint credential_kind_check;
alter table partner.credential drop constraint credential_check;
alter table partner.credential drop constraint credential_check1;

alter table partner.credential
    add constraint credential_kind
        check (kind in ('SECRET', 'CLIENT_SECRET', 'CERTIFICATE', 'SIGNING_CERTIFICATE')),
    add constraint credential_of_certificate
        check ((kind in ('CERTIFICATE', 'SIGNING_CERTIFICATE'))
            = (certificate is not null and thumbprint is not null and subject is not null)),
    add constraint credential_of_secret
        check ((kind not in ('CERTIFICATE', 'SIGNING_CERTIFICATE')) = (sealed is not null));

drop index partner.credential_thumbprint;
create unique index credential_thumbprint on partner.credential (partner, kind, thumbprint) where revoked_at is null;
