package vn.dancu.bus.enrichment.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A file that comes in parts.
 *
 * @param length of the whole file by its manifest, in bytes
 * @param received bytes that are here, from the beginning
 * @param job made of it; null before
 * @param isRepeated whether the job had been there before, by another delivery of the same file
 * @param refusal why it has ended without a job; null where it has not
 * @param changedAt when the last part came, or it ended
 */
public record FileUpload(
        UUID id,
        PartnerId partner,
        SourceCode source,
        long length,
        long received,
        State state,
        @Nullable UUID job,
        boolean isRepeated,
        @Nullable Fault refusal,
        Instant changedAt) {

    /** How it stands. */
    public enum State {
        /** Parts are awaited. */
        RECEIVING,
        /** The whole file is held against its manifest. */
        CHECKING,
        /** It is a job. */
        TAKEN,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The fault of the file and what helps to find it, as the refusal had them. */
    public record Fault(String code, String rule) {}
}
