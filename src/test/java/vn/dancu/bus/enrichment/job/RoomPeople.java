package vn.dancu.bus.enrichment.job;

import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who stands in the register of {@link EnrichmentRoom}, and lines of a delivery about them. */
final class RoomPeople {

    static final String HEADER = "SoDinhDanh,HoVaTen,NgaySinh,MaThe,GiaTriTu,NgayXacThuc\n";

    private RoomPeople() {}

    static void add(JdbcTemplate jdbc, int i, String state) {
        jdbc.update(
                "insert into register.citizen (citizen_id, so_dinh_danh, ten, name_folded, birth_year, birth_date, state,"
                        + " state_since) values (?, ?, ?, ?, ?, ?, ?, ?)",
                i,
                number(i),
                name(i),
                name(i),
                1980,
                i % 5 == 0 ? null : LocalDate.of(1980, 1, i),
                state,
                state.equals("ALIVE") ? null : LocalDate.of(2020, 1, 1));
        jdbc.update(
                "insert into register.citizen_number (number, citizen_id, kind, state) values (?, ?, 'SO_DINH_DANH', 'CURRENT')",
                number(i),
                i);
        jdbc.update(
                "insert into register.citizen_number (number, citizen_id, kind, state, replaced_by)"
                        + " values (?, ?, 'SO_DINH_DANH', 'REPLACED', ?)",
                oldNumber(i),
                i,
                number(i));
    }

    static String number(int i) {
        return String.format("9990800%05d", i);
    }

    static String oldNumber(int i) {
        return String.format("9991800%05d", i);
    }

    static String name(int i) {
        return "MAUVAN" + (char) ('A' + i);
    }

    /** A line about that person. */
    static String line(int i, int card) {
        return line(i, card, "01/11/2026");
    }

    static String line(int i, int card, String verified) {
        return String.format("%s,%s,%02d/01/1980,GD401%010d,01/01/2026,%s%n", number(i), name(i), i, card, verified);
    }

    static String people(int from, int to, int card) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(line(i, card + i));
        }
        return text.toString();
    }
}
