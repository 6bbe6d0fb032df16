-- Whose signature of a document was verified. The bytes of an answered document go soon, and the signature with them.
alter table document.document add column signer_subject text;
alter table document.document add column signer_serial text;
alter table document.document add column signer_sha256 text;

comment on column document.document.signer_subject is 'holder of the certificate (RFC 2253); may be a person';
comment on column document.document.signer_serial is 'number of the certificate, lower hex';
comment on column document.document.signer_sha256 is 'SHA-256 of the certificate, lower hex; null where the document has no signature';
