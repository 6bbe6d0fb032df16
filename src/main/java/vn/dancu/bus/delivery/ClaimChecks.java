package vn.dancu.bus.delivery;

import java.io.IOException;
import java.io.InputStream;
import vn.dancu.bus.kernel.BusException;

/**
 * Large bodies in files of {@code dancu.delivery.folder}, sealed in segments with a key of the master key. A file stays as long
 * as somebody keeps its check; one that nobody keeps goes after {@code dancu.delivery.orphan-age}.
 */
public interface ClaimChecks {

    /**
     * Writes the body as it comes; it is durable when this returns. Takes no transaction; {@link #keep} follows in the
     * transaction that needs the body.
     *
     * @param limit in bytes
     * @throws BusException {@code message_too_large} above the limit, {@code storage_unavailable} when the disk is full or
     *     away; nothing of the file stays
     * @throws IOException when the content cannot be read
     */
    ClaimCheck store(InputStream content, long limit) throws IOException;

    /**
     * The body as it was stored. Reading fails with an {@code IOException} where the file was changed, and before its end
     * where the end is missing.
     *
     * @throws BusException {@code storage_unavailable} when there is no such file, or it cannot be opened
     */
    InputStream open(ClaimCheck check);

    /**
     * Keeps the body for that holder, such as {@code document/<id>}, in the transaction of the caller.
     *
     * @throws IllegalStateException when the caller has no transaction
     */
    void keep(ClaimCheck check, String holder);

    /** Ends what {@link #keep} began, in the transaction of the caller; the file goes when nobody else keeps it. */
    void release(ClaimCheck check, String holder);
}
