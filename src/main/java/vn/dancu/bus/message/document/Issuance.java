package vn.dancu.bus.message.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a document was issued: under which code, where and when, as what, and by whom it is signed. */
public record Issuance(
        @Nullable Code code, @Nullable Promulgation promulgation, @Nullable Type type, @Nullable Signer signer) {

    /** Nothing is said. */
    public static final Issuance UNKNOWN = new Issuance(null, null, null, null);

    /** Number and notation, such as 15 and UBND-KT. */
    public record Code(@Nullable String number, @Nullable String notation) {}

    /** Where and when it was issued. */
    public record Promulgation(@Nullable String place, @Nullable LocalDate date) {}

    /**
     * The kind of document.
     *
     * @param code the number of its kind
     */
    public record Type(@Nullable Integer code, @Nullable String detail, @Nullable String name) {}

    /**
     * Who signed.
     *
     * @param competence on whose behalf, such as KT. CHỦ TỊCH
     */
    public record Signer(@Nullable String competence, @Nullable String position, @Nullable String fullName) {

        @Override
        public String toString() {
            return "Signer[masked]";
        }
    }
}
