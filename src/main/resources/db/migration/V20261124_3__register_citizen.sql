create schema if not exists register;

comment on schema register is 'The population register: the citizen record of Luật Căn cước 26/2023/QH15 Art 9';

create table register.household (
    household_id  bigint primary key,
    book_number   text not null unique,
    head_id       bigint not null,
    home_province text,
    home_district text,
    home_ward     text,
    home_detail   text,
    home_country  text not null default 'VN'
);

-- Everything of which a person has one is on the person's row, so that a look-up reads one row. What there may be
-- several of, and what is no longer in force, has tables of its own below.
create table register.citizen (
    citizen_id            bigint primary key,
    so_dinh_danh          text,
    so_cmnd               text,
    ho                    text not null default '',
    chu_dem               text not null default '',
    ten                   text not null,
    name_folded           text not null,
    other_names           text,
    birth_year            smallint not null,
    birth_date            date,
    gender                text,
    ethnicity             text,
    ethnicity_other       text,
    religion              text,
    marital_status        text,
    blood_group           text,
    nationality           text,
    birth_place           text,
    state                 text not null default 'ALIVE',
    state_since           date,
    household_id          bigint references register.household,
    relation_to_head      text,
    residence_file        text,
    absent_from           date,
    absent_to             date,
    card_issued_on        date,
    card_issued_by        text,
    card_expires_on       date,
    mobile                text,
    email                 text,

    registered_province   text,
    registered_district   text,
    registered_ward       text,
    registered_detail     text,
    registered_country    text,
    hometown_province     text,
    hometown_district     text,
    hometown_ward         text,
    hometown_detail       text,
    hometown_country      text,
    permanent_province    text,
    permanent_district    text,
    permanent_ward        text,
    permanent_detail      text,
    permanent_country     text,
    permanent_from        date,
    temporary_province    text,
    temporary_district    text,
    temporary_ward        text,
    temporary_detail      text,
    temporary_country     text,
    temporary_from        date,
    present_province      text,
    present_district      text,
    present_ward          text,
    present_detail        text,
    present_country       text,
    present_from          date,

    father_so_dinh_danh   text,
    father_so_cmnd        text,
    father_nationality    text,
    father_ho             text,
    father_chu_dem        text,
    father_ten            text,
    mother_so_dinh_danh   text,
    mother_so_cmnd        text,
    mother_nationality    text,
    mother_ho             text,
    mother_chu_dem        text,
    mother_ten            text,
    spouse_so_dinh_danh   text,
    spouse_so_cmnd        text,
    spouse_nationality    text,
    spouse_ho             text,
    spouse_chu_dem        text,
    spouse_ten            text,
    guardian_so_dinh_danh text,
    guardian_so_cmnd      text,
    guardian_nationality  text,
    guardian_ho           text,
    guardian_chu_dem      text,
    guardian_ten          text,

    constraint citizen_name_folded_form check (name_folded ~ '^[A-Z0-9]+$'),
    constraint citizen_birth_year_range check (birth_year between 1800 and 2200),
    constraint citizen_birth_date_in_year check (birth_date is null or extract(year from birth_date) = birth_year),
    constraint citizen_state_known check (state in ('ALIVE', 'DECEASED', 'MISSING')),
    constraint citizen_state_dated check (state = 'ALIVE' or state_since is not null)
);

comment on column register.citizen.so_dinh_danh is 'the current number; null once it is cancelled and none took its place';
comment on column register.citizen.ten is 'the given name, or the whole name with ho and chu_dem empty';
comment on column register.citizen.name_folded is 'upper case, no diacritics, letters and digits only; what askers send';
comment on column register.citizen.birth_date is 'null where the year alone is known';
comment on column register.citizen.state_since is 'day of death or of being declared missing (item 24)';
comment on column register.citizen.absent_from is 'declared temporary absence (item 19)';
comment on column register.citizen.registered_ward is
    'place of birth registration. A ward code means nothing without its scheme: with a district it is of the three tiers '
    'to 2025-06-30 (QĐ 124/2004/QĐ-TTg), without one of the two tiers since (QĐ 19/2025/QĐ-TTg)';
comment on column register.citizen.registered_country is 'null where the place is not recorded; so for every place';
comment on column register.citizen.father_ten is
    'null where the person is not recorded; so for every relative. Relatives need not be in the register themselves';
comment on column register.citizen.guardian_ten is 'representative (người đại diện)';

-- Members of a household. There is no index by name or birth date on purpose: nobody is found by less than the number.
create index citizen_household on register.citizen (household_id);

alter table register.household
    add constraint household_head foreign key (head_id) references register.citizen deferrable initially deferred;

create table register.citizen_number (
    number      text primary key,
    citizen_id  bigint not null references register.citizen,
    kind        text not null,
    state       text not null,
    valid_from  date,
    valid_to    date,
    replaced_by text,
    constraint citizen_number_kind check (
        (kind = 'SO_DINH_DANH' and number ~ '^[0-9]{12}$') or (kind = 'SO_CMND' and number ~ '^[0-9]{9}$')),
    constraint citizen_number_state check (state in ('CURRENT', 'REPLACED', 'CANCELLED')),
    constraint citizen_number_successor check ((state = 'REPLACED') = (replaced_by is not null))
);

comment on table register.citizen_number is 'every number ever issued; a number is never reused and never deleted';

create table register.former_address (
    citizen_id       bigint not null references register.citizen,
    kind             text not null,
    valid_from       date,
    valid_to         date not null,
    address_province text,
    address_district text,
    address_ward     text,
    address_detail   text,
    address_country  text not null,
    primary key (citizen_id, kind, valid_to),
    constraint former_address_kind check (kind in ('PERMANENT', 'TEMPORARY', 'PRESENT')),
    constraint former_address_period check (valid_from is null or valid_from <= valid_to)
);

comment on table register.former_address is 'where somebody lived before; the places in force are on the citizen''s row';

create table register.relative (
    citizen_id   bigint not null references register.citizen,
    kind         text not null,
    position     smallint not null,
    so_dinh_danh text,
    so_cmnd      text,
    nationality  text,
    ho           text not null default '',
    chu_dem      text not null default '',
    ten          text not null,
    primary key (citizen_id, kind, position),
    constraint relative_kind check (kind in ('CHILD', 'REPRESENTED'))
);

comment on table register.relative is 'relatives of whom somebody may have several (item 15)';
