package vn.dancu.bus.sandbox.citizen;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of the bus as they are written in Vietnam. */
final class PortalMoments {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/uuuu");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private PortalMoments() {}

    /** A moment of RFC 3339; the text itself where it is none. */
    static String of(String text) {
        try {
            return MOMENT.format(Instant.parse(text).atZone(VIETNAM));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** A day as yyyy-MM-dd; the text itself where it is none. */
    static String day(String text) {
        try {
            return DAY.format(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
