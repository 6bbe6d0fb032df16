create schema if not exists register;

comment on schema register is 'The population register: the citizen record of Luật Căn cước 26/2023/QH15 Art 9';

create table register.household (
    household_id  bigint primary key,
    book_number   text not null unique,
    head_id       bigint not null,
    province_code text,
    district_code text,
    ward_code     text,
    detail        text,
    country       text not null default 'VN'
);

comment on column register.household.district_code is 'only where the address was recorded before 2025-07-01';

create table register.citizen (
    citizen_id        bigint primary key,
    so_dinh_danh      text,
    so_cmnd           text,
    ho                text not null default '',
    chu_dem           text not null default '',
    ten               text not null,
    name_folded       text not null,
    other_names       text,
    birth_year        smallint not null,
    birth_date        date,
    gender            text,
    ethnicity         text,
    ethnicity_other   text,
    religion          text,
    marital_status    text,
    blood_group       text,
    nationality       text,
    birth_place       text,
    state             text not null default 'ALIVE',
    state_since       date,
    household_id      bigint references register.household,
    relation_to_head  text,
    residence_file    text,
    absent_from       date,
    absent_to         date,
    card_issued_on    date,
    card_issued_by    text,
    card_expires_on   date,
    mobile            text,
    email             text,
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

create table register.citizen_address (
    citizen_id    bigint not null references register.citizen,
    kind          text not null,
    valid_from    date,
    valid_to      date not null default 'infinity',
    province_code text,
    district_code text,
    ward_code     text,
    detail        text,
    country       text not null default 'VN',
    primary key (citizen_id, kind, valid_to),
    constraint citizen_address_kind check (
        kind in ('BIRTH_REGISTRATION', 'HOMETOWN', 'PERMANENT', 'TEMPORARY', 'CURRENT'))
);

comment on column register.citizen_address.valid_to is 'infinity for the one in force, of which a kind has at most one';
comment on column register.citizen_address.ward_code is
    'means nothing without the period: ward codes were used anew on 2025-07-01 (QĐ 19/2025/QĐ-TTg)';

create table register.relative (
    citizen_id   bigint not null references register.citizen,
    kind         text not null,
    position     smallint not null default 1,
    so_dinh_danh text,
    so_cmnd      text,
    nationality  text,
    ho           text not null default '',
    chu_dem      text not null default '',
    ten          text not null,
    primary key (citizen_id, kind, position),
    constraint relative_kind check (
        kind in ('FATHER', 'MOTHER', 'SPOUSE', 'CHILD', 'REPRESENTATIVE', 'REPRESENTED'))
);

comment on table register.relative is 'relatives as recorded (item 15); they need not be in the register themselves';
