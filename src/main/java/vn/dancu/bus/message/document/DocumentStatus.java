package vn.dancu.bus.message.document;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.StatusCode;

/**
 * What became of a document, as its receiver reports it.
 *
 * <pre>{@code
 * DocumentStatus status = context.documents().readStatus(message);
 * status.code().is(StatusCode.RECEIVED);
 * status.code().meaning();     // Đã tiếp nhận / received; null for a code that no list has
 * }</pre>
 *
 * @param from the agency that reports it
 * @param responseFor the document
 * @param staff the officer who handles it
 * @param timestamp in Vietnam's time: the wire writes no zone
 * @param extensions as {@link EDocument#extensions}
 */
public record DocumentStatus(
        Organization from,
        List<ResponseFor> responseFor,
        @Nullable Staff staff,
        Coded<StatusCode> code,
        @Nullable String description,
        @Nullable LocalDateTime timestamp,
        List<Node> extensions) {

    public DocumentStatus {
        responseFor = List.copyOf(responseFor);
        extensions = List.copyOf(extensions);
    }

    @Override
    public String toString() {
        return "DocumentStatus[" + code.code() + ", masked]";
    }
}
