-- Numbers are digits. Compared byte by byte, and not by the rules of the database's language, an index finds one in less time.
alter table register.citizen_number alter column number type text collate "C";
