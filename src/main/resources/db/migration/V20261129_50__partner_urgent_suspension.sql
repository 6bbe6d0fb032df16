-- An urgent suspension ends at confirm_by, unless it was confirmed in writing: until is confirm_by as long as it was not.
alter table partner.suspension
    add column confirm_by   timestamptz,
    add column confirmed_at timestamptz,
    add column confirmed_by text,
    add column confirmation text,
    add constraint suspension_lapses check (confirm_by is null or confirmed_at is not null or until = confirm_by),
    add constraint suspension_confirmed check (
        (confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (confirmation is null)
        and (confirmed_at is null or confirm_by is not null)),
    add constraint suspension_two_persons check (confirmed_by is null or confirmed_by <> ordered_by);

comment on column partner.suspension.confirmation is 'number of the document that confirmed it';

create index suspension_unconfirmed on partner.suspension (confirm_by) where confirmed_at is null and closed_at is null;
