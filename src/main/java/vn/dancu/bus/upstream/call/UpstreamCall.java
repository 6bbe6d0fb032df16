package vn.dancu.bus.upstream.call;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.WireQuestion;
import vn.dancu.bus.message.population.CitizenQuery;

/**
 * One question on its way through the route of its upstream. The route's steps note what they see, for the record of the call. Used by one
 * thread at a time.
 */
public final class UpstreamCall {

    private final UUID id;
    private final String upstream;
    private final CitizenQuery query;
    private long bytesOut;
    private long bytesIn;
    private @Nullable Integer httpStatus;
    private @Nullable String theirId;
    private @Nullable String theirCode;
    private @Nullable String token;
    private @Nullable WireQuestion asked;
    private boolean left;

    /**
     * @param id of the call, as its records have it
     * @param upstream whom it asks
     * @param query as the other side is to see it
     */
    public UpstreamCall(UUID id, String upstream, CitizenQuery query) {
        this.id = id;
        this.upstream = upstream;
        this.query = query;
    }

    public UUID id() {
        return id;
    }

    public String upstream() {
        return upstream;
    }

    public CitizenQuery query() {
        return query;
    }

    /** Another attempt: of one before only the last question stays, as what was sent. */
    public void begun() {
        httpStatus = null;
        theirId = null;
        theirCode = null;
        bytesIn = 0;
    }

    /** The question was written, with that access token where there is one. */
    public void written(WireQuestion question, @Nullable String accessToken) {
        asked = question;
        bytesOut = question.body().length;
        token = accessToken;
    }

    /** The question as it was written last. */
    public WireQuestion asked() {
        return Objects.requireNonNull(asked, "A question is written before its answer is read");
    }

    /** Something of the question may have come to the other side. */
    public void left() {
        left = true;
    }

    /** Whether it may have, at any attempt. */
    public boolean hasLeft() {
        return left;
    }

    /** An answer came. */
    public void answered(int status, @Nullable String id, long bytes) {
        httpStatus = status;
        theirId = id;
        bytesIn = bytes;
    }

    /** The other side gave a code of its own. */
    public void refused(@Nullable String code) {
        theirCode = code;
    }

    public long bytesOut() {
        return bytesOut;
    }

    public long bytesIn() {
        return bytesIn;
    }

    public @Nullable Integer httpStatus() {
        return httpStatus;
    }

    public @Nullable String theirId() {
        return theirId;
    }

    public @Nullable String theirCode() {
        return theirCode;
    }

    public @Nullable String token() {
        return token;
    }

    @Override
    public String toString() {
        return "UpstreamCall[" + upstream + ", " + id + "]";
    }
}
