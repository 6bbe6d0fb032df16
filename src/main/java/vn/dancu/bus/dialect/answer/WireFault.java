package vn.dancu.bus.dialect.answer;

import org.jspecify.annotations.Nullable;

/**
 * What another service says in place of an answer.
 *
 * @param source who says it
 * @param isOurs whether it blames the question: a fault code Client or Sender
 * @param code its own code, without values; null where it has none that could be shown
 */
public record WireFault(Source source, boolean isOurs, @Nullable String code) {

    /** Who says it. */
    public enum Source {
        /** The platform between: the question did not reach the service. */
        GATEWAY,
        /** The service itself. */
        PROVIDER
    }
}
