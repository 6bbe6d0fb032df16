package vn.dancu.bus.message.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.DocumentActionKind;
import vn.dancu.bus.message.document.code.PaperCopy;

/**
 * What a message does with a document: a new one, or one recalled, updated or replaced (Bussiness, as the standard spells it).
 *
 * @param documentId the document that is recalled, updated or replaced
 * @param updates what is updated, and for whom
 * @param replacements the documents that this one replaces, and where
 */
public record DocumentAction(
        @Nullable String documentId,
        @Nullable Coded<DocumentActionKind> kind,
        @Nullable String reason,
        @Nullable Coded<PaperCopy> paper,
        List<Update> updates,
        List<Replacement> replacements,
        List<Staff> staff) {

    public DocumentAction {
        updates = List.copyOf(updates);
        replacements = List.copyOf(replacements);
        staff = List.copyOf(staff);
    }

    /** A new document. */
    public static DocumentAction ofNew() {
        return new DocumentAction(null, Coded.of(DocumentActionKind.NEW), null, null, List.of(), List.of(), List.of());
    }

    /**
     * What an update concerns.
     *
     * @param info DocumentInfo
     * @param receiver DocumentReceiver
     * @param extensions elements that no schema knows
     */
    public record Update(
            @Nullable String info, @Nullable String receiver, List<Receiver> receivers, List<Node> extensions) {

        public Update {
            receivers = List.copyOf(receivers);
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * A receiver that an update adds, changes or leaves out.
     *
     * @param type ReceiverType; its values were not found
     * @param extensions elements that no schema knows
     */
    public record Receiver(String organId, @Nullable String type, List<Node> extensions) {

        public Receiver {
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * A document that is replaced.
     *
     * @param organIds the agencies at which it is replaced
     * @param extensions elements that no schema knows
     */
    public record Replacement(String documentId, List<String> organIds, List<Node> extensions) {

        public Replacement {
            organIds = List.copyOf(organIds);
            extensions = List.copyOf(extensions);
        }
    }

    @Override
    public String toString() {
        return "DocumentAction[" + (kind == null ? "" : kind.code()) + ", masked]";
    }
}
