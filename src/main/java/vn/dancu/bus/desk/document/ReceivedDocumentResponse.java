package vn.dancu.bus.desk.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.DocumentEntry;
import vn.dancu.bus.document.DocumentSigner;
import vn.dancu.bus.document.DocumentState;
import vn.dancu.bus.kernel.Refusal;

/**
 * A document as JSON.
 *
 * @param signer whose signature was verified
 * @param people about how many it asks; absent until they are counted, and when it has ended
 * @param answered of how many the results are kept
 * @param next when it is tried again
 * @param endedAt when it was answered, refused or withdrawn
 * @param answerId DocumentId of the answer
 */
record ReceivedDocumentResponse(
        UUID id,
        String account,
        String axisDocId,
        String sender,
        @Nullable String partner,
        @Nullable String documentId,
        Instant receivedAt,
        @Nullable DocumentSigner signer,
        String state,
        @Nullable Integer people,
        @Nullable Integer answered,
        @Nullable Instant next,
        @Nullable Instant endedAt,
        @Nullable String answerId,
        @Nullable CauseResponse cause) {

    /** Why it waits or was refused. */
    record CauseResponse(String code, @Nullable String field, @Nullable String rule, UUID occurrence) {

        static CauseResponse of(Refusal cause) {
            return new CauseResponse(cause.code().code(), cause.field(), cause.rule(), cause.occurrence());
        }
    }

    static ReceivedDocumentResponse of(DocumentEntry one) {
        DocumentState state = one.state();
        DocumentState.InWork work = state instanceof DocumentState.InWork inWork ? inWork : null;
        DocumentState.Answered answered = state instanceof DocumentState.Answered ended ? ended : null;
        return new ReceivedDocumentResponse(
                one.id(),
                one.account(),
                one.axisDocId(),
                one.sender(),
                one.partner() == null ? null : one.partner().value(),
                one.documentId(),
                one.receivedAt(),
                one.signer(),
                state.code(),
                work == null ? null : work.people(),
                work == null ? null : work.answered(),
                state instanceof DocumentState.Waiting waiting ? waiting.next() : null,
                endedAt(state),
                answered == null ? null : answered.answerId(),
                cause(state));
    }

    private static @Nullable Instant endedAt(DocumentState state) {
        if (state instanceof DocumentState.Answered answered) {
            return answered.at();
        }
        if (state instanceof DocumentState.Refused refused) {
            return refused.at();
        }
        return state instanceof DocumentState.Withdrawn withdrawn ? withdrawn.at() : null;
    }

    private static @Nullable CauseResponse cause(DocumentState state) {
        if (state instanceof DocumentState.Refused refused) {
            return CauseResponse.of(refused.cause());
        }
        return state instanceof DocumentState.Waiting waiting ? CauseResponse.of(waiting.cause()) : null;
    }
}
