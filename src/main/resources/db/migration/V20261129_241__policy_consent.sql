-- Grants that need the person's consent; those from before need none.
alter table policy.permission add column consent boolean not null default false;
