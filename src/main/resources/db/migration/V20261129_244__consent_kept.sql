-- What is deleted when its time of keeping is over.
create index consent_ended on consent.consent (changed_at) where state in ('REFUSED', 'WITHDRAWN', 'LAPSED', 'EXPIRED');
create index question_ended on citizen.question (answered_at) where answered_at is not null;
create index correction_ended on citizen.correction (coalesce(answered_at, asked_at)) where state in ('ANSWERED', 'REJECTED');

alter table citizen.correction_report drop constraint correction_report_number_fkey,
    add foreign key (number) references citizen.correction (number) on delete cascade;
