-- A grant for the person alone, at a citizens' door.
alter table policy.permission drop constraint permission_relationship_check;
alter table policy.permission
    add constraint permission_relationship_check check (relationship in ('CASE', 'FOLLOW_LIST', 'CITIZEN'));
