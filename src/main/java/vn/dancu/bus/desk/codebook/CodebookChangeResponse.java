package vn.dancu.bus.desk.codebook;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.codebook.CodebookChange;

/** A change; what its members mean says {@link CodebookChange}. */
record CodebookChangeResponse(
        long number,
        String list,
        String code,
        Instant at,
        String kind,
        @Nullable String before,
        @Nullable String after,
        String actor,
        @Nullable String reason) {

    static CodebookChangeResponse of(CodebookChange change) {
        return new CodebookChangeResponse(
                change.number(),
                change.list(),
                change.code(),
                change.at(),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.before(),
                change.after(),
                change.actor(),
                change.reason());
    }
}
