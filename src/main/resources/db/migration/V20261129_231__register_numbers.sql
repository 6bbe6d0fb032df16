-- All numbers of one person: what was asked by a replaced number belongs to the same log.
create index citizen_number_of on register.citizen_number (citizen_id);
