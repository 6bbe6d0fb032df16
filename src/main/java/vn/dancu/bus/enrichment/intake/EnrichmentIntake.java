package vn.dancu.bus.enrichment.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Takes files of sources, whichever way they come. A file is stored as it is read, held against size, hash, form and encoding of its
 * manifest, and is a job when this returns; its records are counted by the job. A refusal is the same at every way: {@code file_refused}
 * with the fault of the file as its field, {@code service_not_allowed} for a source of somebody else, the code of the partner's standing,
 * {@code storage_unavailable} when the disk is full. Thread-safe.
 */
public interface EnrichmentIntake {

    /**
     * Takes a whole file at once. The same file under the same document is the same job.
     *
     * @param manifest a JSON object, or a JWS whose payload it is
     * @param file is read to its end and stays open
     * @throws vn.dancu.bus.kernel.BusException as above; nothing of the file is kept then
     * @throws IOException when the file cannot be read
     */
    EnrichmentJobs.Receipt take(Deliverer by, byte[] manifest, InputStream file) throws IOException;

    /**
     * Begins a file that comes in parts. The same manifest again is the same upload, as far as it is, unless that was refused or its job
     * failed or was cancelled.
     *
     * @throws vn.dancu.bus.kernel.BusException as above, or {@code limit_reached}
     */
    FileUpload open(Deliverer by, byte[] manifest);

    /**
     * Adds the next part. It is durable when this returns; a part that is here already changes nothing.
     *
     * @param offset bytes of the file before it
     * @throws vn.dancu.bus.kernel.BusException {@code offset_wrong} where that is not the part after the last one, {@code
     *     file_refused} with {@code size_wrong} beyond the end of the file, {@code move_not_allowed} when nothing is awaited
     * @throws IOException when the part cannot be read to its end; nothing of it is kept then
     */
    FileUpload append(PartnerId partner, UUID upload, long offset, InputStream part) throws IOException;

    /**
     * Makes the parts a job, once; asked again it says which. While another call is at it, the upload is given as it stands.
     *
     * @throws vn.dancu.bus.kernel.BusException as above; after {@code file_refused} the upload has ended, unless parts are
     *     missing yet
     */
    FileUpload complete(Deliverer by, UUID upload) throws IOException;

    /** @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} where the partner has none such */
    FileUpload find(PartnerId partner, UUID upload);

    /** The jobs of the partner's sources, the youngest first. */
    List<EnrichmentJob> jobs(PartnerId partner, int most);

    /** @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} where the partner has none such */
    EnrichmentJob job(PartnerId partner, UUID id);

    /**
     * The signed sheet of a job; see {@link EnrichmentJobs#certificate}.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown}, or {@code move_not_allowed} before there is one
     */
    byte[] certificate(PartnerId partner, UUID job);

    /** The result file of a job; see {@link EnrichmentJobs#result} and {@link #certificate}. */
    InputStream result(PartnerId partner, UUID job);

    /**
     * What clerks decided of the differences of a job, and what the source is asked; see
     * {@link vn.dancu.bus.enrichment.difference.Differences#writeDecisions} and {@link #job}.
     */
    void writeDecisions(PartnerId partner, UUID job, OutputStream out) throws IOException;
}
