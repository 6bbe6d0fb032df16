package vn.dancu.bus.trust.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.dancu.bus.kernel.ErrorCode;

/** Whether the Timestamp of a message lies in the window of the door. */
final class TimestampCheck {

    static void require(Element timestamp, SignatureTerms terms, Instant now) {
        Instant created = null;
        Instant expires = null;
        for (Element part : Names.children(timestamp)) {
            if (created == null && Names.is(part, Names.WSU, "Created")) {
                created = instant(part);
            } else if (expires == null && created != null && Names.is(part, Names.WSU, "Expires")) {
                expires = instant(part);
            } else {
                throw malformed();
            }
        }
        if (created == null || expires != null && !expires.isAfter(created)) {
            throw malformed();
        }
        if (isOutside(created, expires, terms, now)) {
            throw MessageRefusals.timestamp(
                    ErrorCode.TIMESTAMP_OUTSIDE_WINDOW,
                    "Created at most " + terms.window() + " ago and " + terms.clockSkew() + " ahead, not expired");
        }
    }

    private static boolean isOutside(Instant created, @Nullable Instant expires, SignatureTerms terms, Instant now) {
        return created.isBefore(now.minus(terms.window()))
                || created.isAfter(now.plus(terms.clockSkew()))
                || expires != null && !now.isBefore(expires.plus(terms.clockSkew()));
    }

    private static Instant instant(Element part) {
        List<Element> inside = Names.children(part);
        try {
            if (inside.isEmpty()) {
                return OffsetDateTime.parse(part.getTextContent().strip()).toInstant();
            }
        } catch (DateTimeException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static RuntimeException malformed() {
        return MessageRefusals.timestamp(
                ErrorCode.TIMESTAMP_MALFORMED, "Created and then Expires at most, xs:dateTime with a zone");
    }

    private TimestampCheck() {}
}
