package vn.dancu.bus.sandbox.portal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request document of the portal, and what came back.
 *
 * @param id DocumentId
 * @param questionId MaYeuCau of the question in it
 * @param number whom it asks about
 * @param axisId the axis' number; null while it was not sent
 * @param answerId DocumentId of the answer
 * @param files names of the answer's files
 * @param flaws what of the answer or of its statuses is not as it should be
 * @param repeats how many messages came that had come before
 */
record PortalDocument(
        String id,
        String questionId,
        String number,
        Instant made,
        @Nullable String axisId,
        List<Status> statuses,
        @Nullable String answerId,
        List<String> files,
        List<String> flaws,
        int repeats) {

    static final String REFUSED = "02";
    static final String COMPLETED = "06";

    PortalDocument {
        statuses = List.copyOf(statuses);
        files = List.copyOf(files);
        flaws = List.copyOf(flaws);
    }

    /** How far it came, as its sender sees it. */
    enum State {
        UNSENT,
        SENT,
        ANSWERED,
        REFUSED
    }

    /**
     * A status as it came.
     *
     * @param meaning what the list says of the code, Vietnamese
     * @param time in Vietnam's time
     */
    record Status(String code, @Nullable String meaning, @Nullable String description, @Nullable String time) {}

    static PortalDocument of(String id, String questionId, String number, Instant made) {
        return new PortalDocument(id, questionId, number, made, null, List.of(), null, List.of(), List.of(), 0);
    }

    @JsonIgnore
    State state() {
        if (axisId == null) {
            return State.UNSENT;
        }
        if (has(REFUSED)) {
            return State.REFUSED;
        }
        return answerId != null && has(COMPLETED) ? State.ANSWERED : State.SENT;
    }

    boolean has(String code) {
        return statuses.stream().anyMatch(status -> status.code().equals(code));
    }

    PortalDocument sentAs(String number) {
        return new PortalDocument(id, questionId, this.number, made, number, statuses, answerId, files, flaws, repeats);
    }

    PortalDocument with(Status status) {
        return new PortalDocument(
                id, questionId, number, made, axisId, added(statuses, status), answerId, files, flaws, repeats);
    }

    PortalDocument answered(String answer, List<String> names) {
        return new PortalDocument(id, questionId, number, made, axisId, statuses, answer, names, flaws, repeats);
    }

    PortalDocument withFlaw(String flaw) {
        return new PortalDocument(
                id, questionId, number, made, axisId, statuses, answerId, files, added(flaws, flaw), repeats);
    }

    PortalDocument repeated() {
        return new PortalDocument(id, questionId, number, made, axisId, statuses, answerId, files, flaws, repeats + 1);
    }

    private static <T> List<T> added(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    @Override
    public String toString() {
        return "PortalDocument[" + id + ", " + state() + "]";
    }
}
