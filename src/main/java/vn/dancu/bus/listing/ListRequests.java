package vn.dancu.bus.listing;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;

/**
 * Requests for lists. A partner sees its own alone: every method that names a request throws {@link vn.dancu.bus.kernel.BusException}
 * {@code resource_unknown} for another's.
 */
public interface ListRequests {

    /** Most requests of one answer. */
    int MOST = 500;

    /** How many bytes a part of a file has at most. */
    int PART = 4 * 1024 * 1024;

    /**
     * Takes a request, in a transaction of its own; people are read later.
     *
     * @return the request, as it was taken before where the partner's reference is known
     * @throws vn.dancu.bus.kernel.BusException with what the policy refuses; {@code no_field_allowed} where a criterion is no field
     *     that the partner may see, {@code service_not_allowed} outside the partner's areas, {@code field_invalid} for a file without
     *     a key of the partner, {@code limit_reached} for too many open requests, {@code resource_exists} for a reference of another
     *     request
     */
    ListRequest ask(Partner partner, ListOrder order);

    /** The partner's requests, the youngest first; {@code after} is where the page before ended. */
    List<ListRequest> list(PartnerId partner, @Nullable UUID after, int most);

    ListRequest find(PartnerId partner, UUID id);

    /** What happened to it, the oldest first. */
    List<Event> history(PartnerId partner, UUID id);

    /** Ends it and drops its content; one that has ended stays as it is. */
    ListRequest delete(PartnerId partner, UUID id);

    /**
     * A page of its records, as one JSON object a line; the look is recorded.
     *
     * @param number from 1
     * @throws vn.dancu.bus.kernel.BusException {@code move_not_allowed} until it is ready and where it is a file,
     *     {@code content_deleted} when it is gone, {@code field_invalid} for a page that it has not
     */
    String page(PartnerId partner, UUID id, int number);

    /**
     * Its file from the beginning, which counts as a download and is recorded.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code move_not_allowed} until it is ready and where it is no file,
     *     {@code content_deleted} when it is gone, {@code limit_reached} when it was fetched as often as it may be
     */
    Download download(PartnerId partner, UUID id);

    /**
     * A part of its file, of {@link #PART} bytes but the last; the first counts as a download, every one is recorded.
     *
     * @param number from 1
     */
    byte[] part(PartnerId partner, UUID id, int number);

    /** Does the work in one transaction: when it throws, nothing that it did here has happened. */
    <T> T together(Supplier<T> work);

    /**
     * Something that happened to a request.
     *
     * @param what code of a state, or {@code downloaded}, {@code page_read}, {@code part_read}
     */
    record Event(Instant at, String what) {}

    /**
     * A file that leaves.
     *
     * @param content to be closed
     */
    record Download(ListRequest.File file, InputStream content) {}
}
