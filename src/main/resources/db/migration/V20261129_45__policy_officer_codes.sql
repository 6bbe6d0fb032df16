-- MaCanBo has one form in questions, policies and at the officer API.
alter table policy.managed_officer drop constraint managed_officer_officer_check;
alter table policy.managed_officer add check (officer ~ '^[A-Za-z0-9._@-]{1,64}$');
