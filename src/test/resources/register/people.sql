insert into register.household values (1, '999000001', 1, '01', null, '00004', 'Số 1 phố Thử', 'VN');

insert into register.citizen
    (citizen_id, so_dinh_danh, so_cmnd, ho, chu_dem, ten, name_folded, birth_year, birth_date, gender, ethnicity,
     ethnicity_other, religion, marital_status, blood_group, nationality, state, state_since, household_id, relation_to_head)
values
    (1, '999070000001', '999000001', 'Nguyễn', 'Văn', 'Đức', 'NGUYENVANDUC', 1970, '1970-02-03', '1', '01',
     null, '00', '2', '04', 'VN', 'ALIVE', null, 1, 'CH01'),
    (2, '999172000002', null, '', '', 'TRẦN THỊ BÌNH', 'TRANTHIBINH', 1972, null, '2', '99',
     'Nguồn', '99', '2', '01', 'VN', 'ALIVE', null, 1, 'CH02'),
    (3, '999301000003', null, 'Nguyễn', 'Thị', 'An', 'NGUYENTHIAN', 2001, '2001-09-10', '2', '01',
     null, '00', '1', '00', 'VN', 'ALIVE', null, 1, 'CH03'),
    (4, '999050000004', null, 'Lê', '', 'Tư', 'LETU', 1950, '1950-01-01', '1', '01',
     null, '00', '3', '00', 'VN', 'DECEASED', '2020-05-06', null, null),
    (5, '999080000005', null, 'Lê', 'Văn', 'Năm', 'LEVANNAM', 1980, '1980-01-01', '1', '01',
     null, '00', '1', '00', 'VN', 'MISSING', '2021-05-06', null, null),
    (6, null, null, 'Lê', 'Văn', 'Sáu', 'LEVANSAU', 1981, '1981-01-01', '1', '01',
     null, '00', '1', '00', 'VN', 'ALIVE', null, null, null);

insert into register.citizen_number (number, citizen_id, kind, state, valid_from, valid_to, replaced_by)
values
    ('999070000001', 1, 'SO_DINH_DANH', 'CURRENT', '2016-01-01', null, null),
    ('999000001', 1, 'SO_CMND', 'CURRENT', '1988-01-01', null, null),
    ('999172000002', 2, 'SO_DINH_DANH', 'CURRENT', '2016-01-01', null, null),
    ('999072000002', 2, 'SO_DINH_DANH', 'REPLACED', '2016-01-01', '2019-01-01', '999172000002'),
    ('999301000003', 3, 'SO_DINH_DANH', 'CURRENT', '2016-01-01', null, null),
    ('999050000004', 4, 'SO_DINH_DANH', 'CURRENT', '2016-01-01', null, null),
    ('999150000004', 4, 'SO_DINH_DANH', 'REPLACED', '2016-01-01', '2017-01-01', '999050000004'),
    ('999080000005', 5, 'SO_DINH_DANH', 'CURRENT', '2016-01-01', null, null),
    ('999081000006', 6, 'SO_DINH_DANH', 'CANCELLED', '2016-01-01', '2022-01-01', null);

update register.citizen set
    registered_province = '01', registered_district = '001', registered_ward = '00004', registered_country = 'VN',
    hometown_province = '40', hometown_ward = '16681', hometown_country = 'VN',
    permanent_province = '01', permanent_ward = '00004', permanent_detail = 'Số 1 phố Thử', permanent_country = 'VN',
    permanent_from = '2025-07-01',
    present_detail = '1 Test Street', present_country = 'FR', present_from = '2025-07-01',
    spouse_so_dinh_danh = '999172000002', spouse_nationality = 'VN', spouse_ho = '', spouse_chu_dem = '',
    spouse_ten = 'TRẦN THỊ BÌNH'
where citizen_id = 1;

update register.citizen set
    father_so_dinh_danh = '999070000001', father_so_cmnd = '999000001', father_nationality = 'VN',
    father_ho = 'Nguyễn', father_chu_dem = 'Văn', father_ten = 'Đức',
    mother_so_dinh_danh = '999172000002', mother_nationality = 'VN', mother_ho = '', mother_chu_dem = '',
    mother_ten = 'TRẦN THỊ BÌNH',
    guardian_so_dinh_danh = '999070000001', guardian_so_cmnd = '999000001', guardian_nationality = 'VN',
    guardian_ho = 'Nguyễn', guardian_chu_dem = 'Văn', guardian_ten = 'Đức'
where citizen_id = 3;

insert into register.former_address
values (1, 'PERMANENT', '1990-01-01', '2025-07-01', '01', '001', '00001', 'Số 1 phố Thử', 'VN');

insert into register.relative (citizen_id, kind, position, so_dinh_danh, nationality, ho, chu_dem, ten)
values (1, 'CHILD', 1, '999301000003', 'VN', 'Nguyễn', 'Thị', 'An');
