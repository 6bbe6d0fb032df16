-- What a rule of disclosure said when it was recorded last; a rule that says something else was changed.
alter table citizen.disclosure add column terms text not null default '';
