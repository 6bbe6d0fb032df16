package vn.dancu.bus.enrichment;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;

/** The jobs by which files of sources become data of the register. Thread-safe; what is done here is done for all instances. */
public interface EnrichmentJobs {

    /**
     * Takes a stored file. The same file under the same document of the same source is the same job, unless that failed or was
     * cancelled.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code field_invalid} for a source or form of file that is not known
     */
    Receipt submit(EnrichmentDelivery delivery);

    /**
     * What became of a delivery.
     *
     * @param isNew false where the job was there already
     */
    record Receipt(UUID job, boolean isNew) {}

    Optional<EnrichmentJob> find(UUID id);

    /**
     * The youngest first.
     *
     * @param source null for all
     */
    default List<EnrichmentJob> list(@Nullable SourceCode source, int most) {
        return list(source, null, most);
    }

    /**
     * A page of them.
     *
     * @param source null for all
     * @param after the last one of the page before; null for the first page
     */
    List<EnrichmentJob> list(@Nullable SourceCode source, @Nullable UUID after, int most);

    /** Stops an open job after the chunk in work; false where there is none such, or it is paused. */
    boolean pause(UUID id, Actor by);

    /** Lets a held job go on at once; false where it is not held. */
    boolean resume(UUID id, Actor by);

    /** Ends an open job after the chunk in work; what was merged stays. False where it has ended. */
    boolean cancel(UUID id, Actor by);

    /**
     * Says how many records a second an open job may merge; false where it has ended.
     *
     * @param perSecond null for what the settings say
     */
    boolean throttle(UUID id, @Nullable Integer perSecond, Actor by);

    /** The signed sheet, JSON by {@code schemas/evidence/v1/enrichment-sheet.schema.json}; empty before the job is certified. */
    Optional<byte[]> certificate(UUID id);

    /** The result file: CSV in gzip, one line for each record of the delivery; empty before the sheet is made. */
    Optional<InputStream> result(UUID id);
}
