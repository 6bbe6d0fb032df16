-- A hold by an order to keep things as they are (freeze): who gave it, and what it covers. Other holds cover logs and data.
alter table audit.hold
    add column authority text,
    add column scope     text[],
    add constraint hold_freeze check ((authority is null) = (scope is null)),
    add constraint hold_scope check (
        scope is null or (cardinality(scope) > 0 and scope <@ array['LOGS', 'DATA', 'CONFIGURATION']));
