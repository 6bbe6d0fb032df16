create schema if not exists citizen;

create table citizen.extract_number (
    year integer primary key,
    last bigint  not null check (last > 0)
);

comment on table citizen.extract_number is 'the last number that was given to an extract (Thông báo) in each year, in Vietnam''s time';
