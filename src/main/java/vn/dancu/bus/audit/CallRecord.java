package vn.dancu.bus.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.ServiceCode;

/**
 * One record of a question of ours to another service: before it leaves, and again when it is over.
 *
 * @param id of this record's event
 * @param call the same in both records of a call
 * @param event the event of the answer or refusal that the asker gets
 * @param at when this record was made
 * @param question what is asked
 * @param ended what became of it; null in the record that is made before
 */
public record CallRecord(UUID id, UUID call, UUID event, Instant at, Question question, @Nullable Ended ended) {

    /** The result of the record that is made before the question leaves. */
    public static final String ASKED = "asked";

    /** What stands as the result of this record. */
    public String result() {
        return ended == null ? ASKED : ended.result();
    }

    /**
     * What is asked, of whom, on whose behalf.
     *
     * @param upstream the name under which the settings have the other side
     * @param dialect in which it is asked
     * @param fields what is asked for, as far as the dialect can name it
     * @param person about whom: kept as a keyed hash, and sealed
     * @param door at which our asker asked
     * @param messageId MaYeuCau, which the other side gets too
     * @param here who asks us
     * @param there as whom the other side sees it
     */
    public record Question(
            String upstream,
            String dialect,
            ServiceCode service,
            Set<FieldPath> fields,
            PersonalId person,
            String door,
            String messageId,
            Behalf here,
            Behalf there) {}

    /**
     * Who asks.
     *
     * @param partner null at the other side, where it is the account of the upstream
     * @param officer MaCanBo
     * @param procedure MaDVC
     * @param mapping the version of the table that made the one of the other; null here, and where none did
     */
    public record Behalf(
            @Nullable PartnerId partner, String officer, @Nullable String procedure, @Nullable Long mapping) {}

    /**
     * What became of it.
     *
     * @param result status of an answer, code of a failure
     * @param httpStatus null where no answer came
     * @param theirId by which the other side knows the call, if it said so
     * @param theirCode the code of its refusal, if it said one
     * @param answered fields that its answer has
     * @param attempts how often it was begun; the connection failed before the last
     * @param bytesOut of the question
     * @param bytesIn of the answer
     * @param took from the first attempt on
     */
    public record Ended(
            String result,
            @Nullable Integer httpStatus,
            @Nullable String theirId,
            @Nullable String theirCode,
            Set<FieldPath> answered,
            int attempts,
            long bytesOut,
            long bytesIn,
            Duration took) {}
}
