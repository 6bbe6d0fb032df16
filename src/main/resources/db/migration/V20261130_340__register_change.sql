-- What changed about whom, written in the transaction that changes it, whoever writes the register. Room feed takes the rows from here.
-- A register filled for the first time writes none: load it with session_replication_role = replica. One that is fed by logical
-- replication needs the triggers enabled always.
create table register.change (
    seq        bigint generated always as identity primary key,
    citizen_id bigint      not null,
    number     text,
    successor  text,
    kind       text        not null,
    fields     text[]      not null,
    changed_at timestamptz not null default clock_timestamp(),
    follower   text
);

comment on table register.change is
    'changes on their way to the feed. Rows of one person are in the order of their commits: who changes the person holds the row';
comment on column register.change.number is 'the number that the person had before the change; null for somebody without one';
comment on column register.change.fields is 'names of the fields in the citizen message, never their values';
comment on column register.change.follower is 'the partner that alone hears it; null for all who follow the person';

create function register.note_created() returns trigger language plpgsql as $$
begin
    insert into register.change (citizen_id, number, kind, fields)
    select n.citizen_id, coalesce(n.so_dinh_danh, n.so_cmnd), 'created', '{SoDinhDanh}' from new_rows n order by n.citizen_id;
    return null;
end
$$;

create function register.note_changed() returns trigger language plpgsql as $$
begin
    insert into register.change (citizen_id, number, successor, kind, fields)
    select n.citizen_id, coalesce(o.so_dinh_danh, o.so_cmnd, n.so_dinh_danh, n.so_cmnd),
        case each.kind when 'replaced' then coalesce(n.so_dinh_danh, n.so_cmnd) end, each.kind, each.fields
    from new_rows n
    join old_rows o on o.citizen_id = n.citizen_id
    cross join lateral (values
        (1, case when n.state = o.state then null when n.state = 'DECEASED' then 'deceased' when n.state = 'MISSING' then 'missing' end,
            '{TrangThaiCongDan}'::text[]),
        (2, 'moved', array_remove(array[
            case when (n.permanent_province, n.permanent_district, n.permanent_ward, n.permanent_detail, n.permanent_country)
                is distinct from (o.permanent_province, o.permanent_district, o.permanent_ward, o.permanent_detail, o.permanent_country)
                then 'ThuongTru' end,
            case when (n.present_province, n.present_district, n.present_ward, n.present_detail, n.present_country)
                is distinct from (o.present_province, o.present_district, o.present_ward, o.present_detail, o.present_country)
                then 'NoiOHienTai' end], null)),
        -- The message has no field for the card; the number is what it shows.
        (3, case when (n.card_issued_on, n.card_issued_by, n.card_expires_on)
            is distinct from (o.card_issued_on, o.card_issued_by, o.card_expires_on) then 'card-changed' end, '{SoDinhDanh}'::text[]),
        (4, 'changed', array_remove(array[
            case when (n.ho, n.chu_dem, n.ten) is distinct from (o.ho, o.chu_dem, o.ten) then 'HoVaTen' end,
            case when n.gender is distinct from o.gender then 'GioiTinh' end,
            case when (n.ethnicity, n.ethnicity_other) is distinct from (o.ethnicity, o.ethnicity_other) then 'DanToc' end,
            case when n.religion is distinct from o.religion then 'TonGiao' end,
            case when n.marital_status is distinct from o.marital_status then 'TinhTrangHonNhan' end,
            case when n.blood_group is distinct from o.blood_group then 'NhomMau' end,
            case when (n.birth_year, n.birth_date) is distinct from (o.birth_year, o.birth_date) then 'NgayThangNamSinh' end,
            case when (n.registered_province, n.registered_district, n.registered_ward, n.registered_detail, n.registered_country)
                is distinct from
                (o.registered_province, o.registered_district, o.registered_ward, o.registered_detail, o.registered_country)
                then 'NoiDangKyKhaiSinh' end,
            case when (n.hometown_province, n.hometown_district, n.hometown_ward, n.hometown_detail, n.hometown_country)
                is distinct from (o.hometown_province, o.hometown_district, o.hometown_ward, o.hometown_detail, o.hometown_country)
                then 'QueQuan' end,
            case when n.nationality is distinct from o.nationality then 'QuocTich' end,
            case when (n.father_so_dinh_danh, n.father_so_cmnd, n.father_nationality, n.father_ho, n.father_chu_dem, n.father_ten)
                is distinct from
                (o.father_so_dinh_danh, o.father_so_cmnd, o.father_nationality, o.father_ho, o.father_chu_dem, o.father_ten)
                then 'Cha' end,
            case when (n.mother_so_dinh_danh, n.mother_so_cmnd, n.mother_nationality, n.mother_ho, n.mother_chu_dem, n.mother_ten)
                is distinct from
                (o.mother_so_dinh_danh, o.mother_so_cmnd, o.mother_nationality, o.mother_ho, o.mother_chu_dem, o.mother_ten)
                then 'Me' end,
            case when (n.spouse_so_dinh_danh, n.spouse_so_cmnd, n.spouse_nationality, n.spouse_ho, n.spouse_chu_dem, n.spouse_ten)
                is distinct from
                (o.spouse_so_dinh_danh, o.spouse_so_cmnd, o.spouse_nationality, o.spouse_ho, o.spouse_chu_dem, o.spouse_ten)
                then 'VoChong' end,
            case when (n.guardian_so_dinh_danh, n.guardian_so_cmnd, n.guardian_nationality, n.guardian_ho, n.guardian_chu_dem,
                    n.guardian_ten)
                is distinct from
                (o.guardian_so_dinh_danh, o.guardian_so_cmnd, o.guardian_nationality, o.guardian_ho, o.guardian_chu_dem,
                    o.guardian_ten)
                then 'NguoiDaiDien' end,
            case when (n.household_id, n.relation_to_head) is distinct from (o.household_id, o.relation_to_head) then 'ChuHo' end,
            case when n.household_id is distinct from o.household_id then 'SoSoHoKhau' end,
            case when (n.state, n.state_since) is distinct from (o.state, o.state_since)
                and (n.state = o.state or n.state = 'ALIVE') then 'TrangThaiCongDan' end], null)),
        -- Last: whoever reads knows the person by the number before the change until here.
        (5, case when coalesce(n.so_dinh_danh, n.so_cmnd) is not distinct from coalesce(o.so_dinh_danh, o.so_cmnd) then null
            when coalesce(n.so_dinh_danh, n.so_cmnd) is null then 'cancelled'
            when coalesce(o.so_dinh_danh, o.so_cmnd) is null then 'created' else 'replaced' end, '{SoDinhDanh}'::text[])
        ) as each (place, kind, fields)
    where each.kind is not null and cardinality(each.fields) > 0
    order by n.citizen_id, each.place;
    return null;
end
$$;

-- Whose head or book number changes, all members hear of.
create function register.note_household() returns trigger language plpgsql as $$
begin
    insert into register.change (citizen_id, number, kind, fields)
    select c.citizen_id, coalesce(c.so_dinh_danh, c.so_cmnd), 'changed', array_remove(array[
        case when n.head_id <> o.head_id then 'ChuHo' end,
        case when n.book_number <> o.book_number then 'SoSoHoKhau' end], null)
    from new_rows n
    join old_rows o on o.household_id = n.household_id
    join register.citizen c on c.household_id = n.household_id
    where n.head_id <> o.head_id or n.book_number <> o.book_number
    order by c.citizen_id;
    return null;
end
$$;

create trigger citizen_created after insert on register.citizen
    referencing new table as new_rows for each statement execute function register.note_created();
create trigger citizen_changed after update on register.citizen
    referencing old table as old_rows new table as new_rows for each statement execute function register.note_changed();
create trigger household_changed after update on register.household
    referencing old table as old_rows new table as new_rows for each statement execute function register.note_household();
