-- What other authorities brought to eight people of the sandbox, as if files of theirs had been merged. Origins below zero: whatever a
-- file brings is newer.
do $$
declare
    named record;
begin
    for named in select * from (values
        (-1, 'TheBHYT', 'the-bhyt', 'bhxh-viet-nam',
            '{MaThe,MaSoBHXH,NoiDangKyKCB,TenNoiDangKyKCB,NgayCap,NoiCap,GiaTriTu,GiaTriDen,Ngay5NamLienTuc}'::text[]),
        (-2, 'SoBHXH', 'so-bhxh', 'bhxh-viet-nam', '{MaSoBHXH,NoiLamViec,PhuongThucDong,CoQuanQuanLy,MucTienDong}'),
        (-3, 'MaSoThue', 'ma-so-thue', 'cuc-thue', '{MaSoThue,NgayCap,CoQuanThue,TrangThai}'),
        (-4, 'GiayPhepLaiXe', 'giay-phep-lai-xe', 'cuc-csgt',
            '{SoGiayPhep,Hang,NgayCap,NoiCap,NgayTrungTuyen,NgayHetHan,MoTaXe}'),
        (-5, 'DienLuc', 'dien-luc', 'evn',
            '{MaKhachHang,MaDonViQuanLy,SoCongTo,DiaChiSuDungDien,MaTram,SoHo,NgayKyHopDong}'),
        (-6, 'ToaAn', 'toa-an', 'tand-toi-cao',
            '{SoVuAn,GiaiDoan,SoBanAn,NgayBanAn,SoQuyetDinh,NgayQuyetDinh,TenToaAn,KhangCao,TrangThai}'),
        (-7, 'DuLieuLamGiau/HoNgheo', 'so-ho-ngheo', 'bo-nnmt', '{SoSo,Loai}')
    ) as origin (id, element, source, authority, elements) loop
        insert into register.enriched_group (element) values (named.element) on conflict do nothing;
        insert into register.enriched_origin (id, group_id, job, source, authority, document, precedence, elements, received_at)
        select named.id, g.id, gen_random_uuid(), named.source, named.authority, 'du-lieu-mau', 0, named.elements, now()
        from register.enriched_group g where g.element = named.element;
        execute (select format('create table if not exists register.enriched_%1$s partition of register.enriched'
            ' (constraint enriched_%1$s_pkey primary key (citizen_id)) for values in (%1$s)', g.id)
            from register.enriched_group g where g.element = named.element);
    end loop;
end $$;

insert into register.enriched (citizen_id, origin_id, verified_on, group_id, content)
select person.citizen_id, brought.origin_id, date '2026-10-05', origin.group_id, array_to_string(brought.texts, chr(31), '')
from (
    select citizen_id, row_number() over (order by citizen_id) as place
    from register.citizen
    where citizen_id > 200 and state = 'ALIVE' and so_dinh_danh is not null
        and birth_date < current_date - interval '20 years'
    order by citizen_id limit 8) as person
join (values
    -- The first has several groups; the card of the second has run out; the third has what no element of the message is for.
    (1, -1, '{DN4019900000201,9900000201,01201,Bệnh viện giả lập số 1,2025-12-20,BHXH giả lập,2026-01-01,2027-12-31,2028-01-01}'::text[]),
    (1, -2, '{9900000201,Công ty giả lập số 201,Hằng tháng,BHXH giả lập,9000000}'),
    (1, -3, '{9900000217,2015-03-02,Thuế cơ sở giả lập số 1,Đang hoạt động}'),
    (1, -4, '{999150000201,"A1, B2",2020-06-15,Sở giả lập,2020-06-01,2030-06-15,NULL}'),
    (1, -5, '{PD99000000201,PD9900,99000201,Số 1 phố Giả Lập,NULL,1,2019-04-11}'),
    (2, -1, '{GD4019900000202,9900000202,01202,Bệnh viện giả lập số 2,2024-01-02,BHXH giả lập,2024-01-01,2024-12-31,NULL}'),
    (2, -3, '{9900000224,2016-05-04,Thuế cơ sở giả lập số 2,Đang hoạt động}'),
    (3, -7, '{99000203,1}'),
    (3, -1, '{HT3019900000203,9900000203,01203,Bệnh viện giả lập số 3,2025-12-20,BHXH giả lập,2026-01-01,2027-12-31,NULL}'),
    (4, -6, '{99/2025/VA,Sơ thẩm,99/2025/HNGĐ-ST,2025-09-10,NULL,NULL,Tòa án giả lập,NULL,Đã có hiệu lực}'),
    (5, -1, '{DN4019900000205,9900000205,NULL,NULL,2025-12-20,BHXH giả lập,2026-01-01,2027-12-31,NULL}'),
    (6, -5, '{PD99000000206,PD9900,99000206,Số 6 phố Giả Lập,NULL,1,2021-08-30}'),
    (7, -2, '{9900000207,Công ty giả lập số 207,Hằng tháng,BHXH giả lập,7000000}'),
    (8, -4, '{999180000208,B,2023-02-20,Sở giả lập,2023-02-01,2033-02-20,NULL}')
) as brought (place, origin_id, texts) on brought.place = person.place
join register.enriched_origin origin on origin.id = brought.origin_id
on conflict do nothing;
