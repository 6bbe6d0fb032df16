package vn.dancu.bus.citizen.correction;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.document.SentDocuments;

/** The correction requests of a citizen. */
public interface Corrections {

    /**
     * Sends the request to the agency. Recorded as {@code citizen.correction_asked}; when this returns it is in the outbox.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code channel_closed} when no agency is configured, {@code resource_exists} when the
     *     reference is that of another request of the citizen, {@code limit_reached} when too many wait, {@code message_too_large} when
     *     the file is too large, {@code axis_unavailable}, {@code storage_unavailable}
     */
    Correction ask(VerifiedCitizen citizen, CorrectionProposal proposal);

    /** The youngest first; those after that number, or from the beginning. */
    List<Correction> list(VerifiedCitizen citizen, @Nullable String after, int limit);

    /**
     * The files of the answer.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when it is no answered request of the citizen
     */
    List<SentDocuments.ReplyFile> files(VerifiedCitizen citizen, String number);

    /** Copies one of them, by its position from 0; refused likewise. */
    void copy(VerifiedCitizen citizen, String number, int position, OutputStream out) throws IOException;
}
