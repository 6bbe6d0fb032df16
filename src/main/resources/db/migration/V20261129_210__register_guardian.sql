-- Whom somebody represents is recorded on the row of the one who is represented.
create index citizen_guardian on register.citizen (guardian_so_dinh_danh) where guardian_so_dinh_danh is not null;
