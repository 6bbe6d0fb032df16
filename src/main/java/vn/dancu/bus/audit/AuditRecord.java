package vn.dancu.bus.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;

/**
 * One answer or one refusal: who, what, about whom, how, with what result (TT 46/2022 Art 8; NĐ 278/2025 Art 13,
 * before it NĐ 47/2020 Art 45).
 *
 * @param id stable id of the event; a repeated Kafka event carries the same
 * @param who the asker
 * @param what what was asked for and released
 * @param person about whom: kept as a keyed hash, and sealed; null when the message did not say
 * @param how door, message id, sizes and times
 * @param result {@code found}, {@code not_found} … of an answer; the error code of a refusal
 * @param error the code of a refusal, null for an answer
 * @param onceKey at most one record with this key is appended within the replay window; null means always
 * @param question kept sealed beside the record; null when it is not to be asked again
 */
public record AuditRecord(
        UUID id,
        Who who,
        What what,
        @Nullable PersonalId person,
        How how,
        String result,
        @Nullable ErrorCode error,
        byte @Nullable [] onceKey,
        @Nullable Question question) {

    /** A record beside which no question is kept. */
    public AuditRecord(
            UUID id,
            Who who,
            What what,
            @Nullable PersonalId person,
            How how,
            String result,
            @Nullable ErrorCode error,
            byte @Nullable [] onceKey) {
        this(id, who, what, person, how, result, error, onceKey, null);
    }

    /**
     * A question that may be asked again.
     *
     * @param messageId the id that the door gave
     * @param content what its door needs to take it again
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Question(String messageId, byte[] content) {

        @Override
        public String toString() {
            return "Question[" + messageId + "]";
        }
    }

    /**
     * The asker.
     *
     * @param partner the partner id; what an unknown asker claimed to be if it has the form of one, else null
     * @param officer MaCanBo
     * @param procedure MaDVC
     * @param purpose the purpose that the policy applied
     */
    public record Who(
            @Nullable String partner, @Nullable String officer, @Nullable String procedure, @Nullable Purpose purpose) {

        public static final Who UNKNOWN = new Who(null, null, null, null);
    }

    /**
     * What was asked for and released.
     *
     * @param service null when the message did not say
     * @param released field names that left
     * @param withheld field names that the service has or the asker wanted and that did not leave by policy
     * @param policyVersion 0 when no policy was reached
     * @param policyHash null when no policy was reached
     */
    public record What(
            @Nullable ServiceCode service,
            Set<FieldPath> released,
            Set<FieldPath> withheld,
            long policyVersion,
            @Nullable String policyHash) {

        public static final What NOTHING = new What(null, Set.of(), Set.of(), 0, null);
    }

    /**
     * The exchange.
     *
     * @param door {@code soap}, {@code rest}, {@code jms} or {@code document}
     * @param messageId MaYeuCau, or the id that the door gave
     * @param bytesIn size of the request
     * @param bytesOut size of the answer's content; 0 for a refusal
     * @param receivedAt when the message came in
     * @param answeredAt when the answer was ready
     * @param trace what else is known of the way
     */
    public record How(
            String door,
            @Nullable String messageId,
            long bytesIn,
            long bytesOut,
            Instant receivedAt,
            Instant answeredAt,
            Trace trace) {

        /** An exchange of which no more is known. */
        public How(
                String door,
                @Nullable String messageId,
                long bytesIn,
                long bytesOut,
                Instant receivedAt,
                Instant answeredAt) {
            this(door, messageId, bytesIn, bytesOut, receivedAt, answeredAt, Trace.NONE);
        }
    }

    /**
     * The operational part of the record, as X-Road's monitoring has it ({@code docs/protocols/AL-EVENTS.md}); what is
     * not known or has no meaning at the door is null.
     *
     * @param issue the asker's case or file
     * @param representedParty on whose behalf the partner asked, {@code [class/]code}
     * @param method HTTP method, at the REST door
     * @param path template of the path, at the REST door; never with an id in it
     * @param clientAddress where the message came from
     * @param registerAskedAt when the register was asked
     * @param registerAnsweredAt when it had answered
     * @param fault field and rule of a refusal, without any value
     * @param replay which put the message back to its door; null where none did
     * @param kept of an answer that was kept; null where the register was asked
     */
    public record Trace(
            @Nullable String issue,
            @Nullable String representedParty,
            @Nullable String method,
            @Nullable String path,
            @Nullable String clientAddress,
            @Nullable Instant registerAskedAt,
            @Nullable Instant registerAnsweredAt,
            @Nullable String fault,
            @Nullable UUID replay,
            @Nullable Kept kept) {

        public static final Trace NONE = new Trace(null, null, null, null, null, null, null, null);

        /** Of a message that no replay put back, and of an answer that was not kept. */
        public Trace(
                @Nullable String issue,
                @Nullable String representedParty,
                @Nullable String method,
                @Nullable String path,
                @Nullable String clientAddress,
                @Nullable Instant registerAskedAt,
                @Nullable Instant registerAnsweredAt,
                @Nullable String fault) {
            this(
                    issue,
                    representedParty,
                    method,
                    path,
                    clientAddress,
                    registerAskedAt,
                    registerAnsweredAt,
                    fault,
                    null,
                    null);
        }

        /** The same of an answer that was kept. */
        public Trace keptAs(Kept kept) {
            return new Trace(
                    issue,
                    representedParty,
                    method,
                    path,
                    clientAddress,
                    registerAskedAt,
                    registerAnsweredAt,
                    fault,
                    replay,
                    kept);
        }
    }

    /**
     * An answer that was kept, and given without asking anybody.
     *
     * @param legalBasis the clause that allows it
     * @param dataTime of when its data are
     */
    public record Kept(String legalBasis, Instant dataTime) {}
}
