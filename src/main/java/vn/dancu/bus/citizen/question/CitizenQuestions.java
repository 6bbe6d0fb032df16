package vn.dancu.bus.citizen.question;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.VerifiedCitizen;

/** The questions of a citizen. */
public interface CitizenQuestions {

    /**
     * Opens a question about an entry of the citizen's own log; the authority is notified. Recorded as {@code
     * citizen.question_asked}.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when the citizen sees no such entry, {@code
     *     resource_exists} when there is a question about it, {@code limit_reached} when the citizen has too many, {@code
     *     field_invalid} when the text is empty, too long or holds control characters
     */
    AccessQuestion ask(VerifiedCitizen citizen, UUID entry, String text);

    /**
     * The citizen's questions with their texts, the newest first.
     *
     * @param after the number of the last one of the page before; null for the first
     */
    List<AccessQuestion> list(VerifiedCitizen citizen, @Nullable String after, int limit);
}
