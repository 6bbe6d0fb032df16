package vn.dancu.bus.enrichment.intake;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Delivers as a source would, by one of the ways. */
interface WayIn {

    Answer deliver(DeliveryCase delivery, byte[] manifest) throws IOException;

    /**
     * What the source hears.
     *
     * @param job null where it is refused
     * @param code of the refusal; null where there is none
     * @param field of the refusal; null where it names none
     */
    record Answer(@Nullable UUID job, boolean isRepeated, @Nullable String code, @Nullable String field) {

        static Answer taken(String job, boolean isRepeated) {
            return new Answer(UUID.fromString(job), isRepeated, null, null);
        }

        static Answer refused(String code, @Nullable String field) {
            return new Answer(null, false, code, field);
        }
    }
}
