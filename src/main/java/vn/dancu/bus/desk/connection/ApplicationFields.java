package vn.dancu.bus.desk.connection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.connection.Applicant;
import vn.dancu.bus.partner.connection.DocumentEvidence;

/**
 * The fields of applications and authorities as people and programs write them. All methods throw {@link BusException}, {@code
 * field_invalid} with the field and its rule.
 */
public final class ApplicationFields {

    private static final int MAX_REFERENCE_LENGTH = 200;

    /** @param via null for a system that connects itself */
    public static Applicant applicant(
            String partner, String authority, String name, String dialect, @Nullable String via) {
        require(PartnerId.isValid(partner), "partner", "2 to 40 of [a-z0-9-], first a letter");
        require(via == null || (PartnerId.isValid(via) && !via.equals(partner)), "via", "the id of another partner");
        return new Applicant(
                new PartnerId(partner), code(authority), name(name), dialect, via == null ? null : new PartnerId(via));
    }

    /** @param document id of the document that it is */
    public static DocumentEvidence evidence(
            String document, String reference, LocalDate issuedOn, @Nullable LocalDate validUntil, String sha256) {
        require(
                !reference.isBlank() && reference.length() <= MAX_REFERENCE_LENGTH,
                "reference",
                "1 to " + MAX_REFERENCE_LENGTH + " characters");
        require(DocumentEvidence.isHash(sha256), "sha256", "64 lower-case hexadecimal digits");
        require(validUntil == null || !validUntil.isBefore(issuedOn), "validUntil", "not before issuedOn");
        return new DocumentEvidence(document, reference, issuedOn, validUntil, sha256);
    }

    /** @param olderCode null where it follows from the code by rule */
    public static Authority authority(String code, @Nullable String olderCode, String kind, String name) {
        require(olderCode == null || Authority.isOlderForm(olderCode), "olderCode", "a code such as 000.00.00.H41");
        return new Authority(code(code), olderCode, kind, name(name));
    }

    public static String name(String text) {
        require(text.matches("[^\\p{Cc}\\p{Cf}]{1,200}") && !text.isBlank(), "name", "1 to 200 characters in one line");
        return text;
    }

    private static AgencyCode code(String text) {
        require(AgencyCode.isValid(text), "code", "an agency code such as H41 or 000.00.00.H41");
        return AgencyCode.of(text);
    }

    static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw BusException.of(ErrorCode.FIELD_INVALID, field, rule);
        }
    }

    private ApplicationFields() {}
}
