create schema if not exists system;

-- Tells all instances at once which room's tables were changed; who misses it sees the change by its version soon after.
create function system.announce() returns trigger language plpgsql as $$
begin
    perform pg_notify('dancu_changed', tg_argv[0]);
    return null;
end
$$;

create trigger partner_announces after update on partner.revision
    for each statement execute function system.announce('partner');

create trigger policy_announces after insert on policy.version
    for each statement execute function system.announce('policy');

alter table partner.partner drop constraint partner_state_check;
alter table partner.partner add constraint partner_state_check
    check (state in ('CONNECTING', 'REFUSED', 'ACTIVE', 'SUSPENDED', 'TERMINATED'));
