package vn.dancu.bus.partner.connection;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.partner.connection.plan.ConnectionStep;

/**
 * A document that was handed in. Its file stays outside; the hash proves later which file it was.
 *
 * @param document id of the {@link ConnectionStep.Document} that it is
 * @param reference its number or mark, 1 to 200 characters
 * @param issuedOn its date
 * @param validUntil its last day; null for one without an end
 * @param sha256 of its file, lower-case hex
 */
public record DocumentEvidence(
        String document, String reference, LocalDate issuedOn, @Nullable LocalDate validUntil, String sha256) {

    private static final int LONGEST_REFERENCE = 200;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public DocumentEvidence {
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("A reference is 1 to 200 characters");
        }
        if (!isHash(sha256)) {
            throw new IllegalArgumentException("A hash is 64 lower-case hexadecimal digits");
        }
        if (validUntil != null && validUntil.isBefore(issuedOn)) {
            throw new IllegalArgumentException("A document is valid until its date or later");
        }
    }

    /** Whether the text is a SHA-256 in lower-case hex. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}
