package vn.dancu.bus.message.axis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;

/**
 * What became of a message that was sent.
 *
 * <pre>{@code
 * List<SentStatus> sent = SentStatus.all(message.root());   // a getSentEdocListResult
 * }</pre>
 *
 * @param sender its side of the sending
 * @param receiver the other side
 * @param title what the document is about
 * @param notation the document's number and notation
 * @param extensions elements that no schema knows
 */
public record SentStatus(
        Side sender,
        Side receiver,
        @Nullable String title,
        @Nullable String messageType,
        @Nullable String notation,
        List<Node> extensions) {

    public SentStatus {
        extensions = List.copyOf(extensions);
    }

    /**
     * One side of a sending; the axis' own words.
     *
     * @param docId the number that the message has there
     * @param code the agency's code
     */
    public record Side(
            @Nullable String docId,
            @Nullable String code,
            @Nullable String status,
            @Nullable String description,
            @Nullable String time) {}

    public static SentStatus of(Node element) {
        AxisFieldReader fields = new AxisFieldReader(element);
        return new SentStatus(
                new Side(
                        fields.text("senderDocId"),
                        fields.text("fromCode"),
                        fields.text("sendStatus"),
                        fields.text("sendStatusDesc"),
                        fields.text("sentTime")),
                new Side(
                        fields.text("receiverDocId"),
                        fields.text("toCode"),
                        fields.text("receiveStatus"),
                        fields.text("receiveStatusDesc"),
                        fields.text("receivedTime")),
                fields.text("title"),
                fields.text("messageType"),
                fields.text("notation"),
                fields.rest());
    }

    /** The messages of a result. */
    public static List<SentStatus> all(Node result) {
        return result.all("data").stream().map(SentStatus::of).toList();
    }

    /** The element of that name, such as {@code SentEdoc}, or {@code data} in a result. */
    public Node element(String name) {
        return Elements.of(name)
                .add("receiverDocId", receiver.docId())
                .add("toCode", receiver.code())
                .add("receiveStatus", receiver.status())
                .add("receiveStatusDesc", receiver.description())
                .add("title", title)
                .add("messageType", messageType)
                .add("notation", notation)
                .add("receivedTime", receiver.time())
                .add("sentTime", sender.time())
                .add("sendStatus", sender.status())
                .add("sendStatusDesc", sender.description())
                .add("senderDocId", sender.docId())
                .add("fromCode", sender.code())
                .addAll(extensions)
                .done();
    }

    /** A title may hold personal data. */
    @Override
    public String toString() {
        return "SentStatus[" + sender + ", " + receiver + ", masked]";
    }
}
