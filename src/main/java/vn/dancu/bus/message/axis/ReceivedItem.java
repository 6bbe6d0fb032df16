package vn.dancu.bus.message.axis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;

/**
 * One message that waits at the axis, or the status of one. It stays there until its receiver says {@code done}.
 *
 * <pre>{@code
 * List<ReceivedItem> waiting = ReceivedItem.all(message.root());   // a getReceivedEdocListResult
 * }</pre>
 *
 * @param id its number, which one place calls id and another docId
 * @param docId the same under its other name
 * @param messageType {@code edoc} or {@code status}
 * @param from the sender's code
 * @param to the receiver's code
 * @param content what the axis says of the bytes
 * @param extensions elements that no schema knows
 */
public record ReceivedItem(
        @Nullable String id,
        @Nullable String docId,
        State state,
        @Nullable String messageType,
        @Nullable String serviceType,
        @Nullable String from,
        @Nullable String to,
        Size content,
        List<Node> extensions) {

    public ReceivedItem {
        extensions = List.copyOf(extensions);
    }

    /** How far it came, and when; the axis' own words. */
    public record State(
            @Nullable String status,
            @Nullable String description,
            @Nullable String created,
            @Nullable String updated) {}

    /** What to compare the fetched bytes with. */
    public record Size(@Nullable String sha256, @Nullable Long length) {}

    /** The number by which it is fetched and acknowledged; null where the axis gave none. */
    public @Nullable String number() {
        return docId != null ? docId : id;
    }

    public static ReceivedItem of(Node element) {
        AxisFieldReader fields = new AxisFieldReader(element);
        return new ReceivedItem(
                fields.text("id"),
                fields.text("docId"),
                new State(
                        fields.text("status"),
                        fields.text("status_desc"),
                        fields.text("created_time"),
                        fields.text("updated_time")),
                fields.text("messageType"),
                fields.text("serviceType"),
                fields.text("from"),
                fields.text("to"),
                new Size(fields.text("contentSha256"), fields.number("contentLength")),
                fields.rest());
    }

    /** The items of a result. */
    public static List<ReceivedItem> all(Node result) {
        return result.all("data").stream().map(ReceivedItem::of).toList();
    }

    /** The element of that name, such as {@code ReceivedEdoc}, or {@code data} in a result. */
    public Node element(String name) {
        Long length = content.length();
        return Elements.of(name)
                .add("id", id)
                .add("docId", docId)
                .add("status", state.status())
                .add("status_desc", state.description())
                .add("created_time", state.created())
                .add("updated_time", state.updated())
                .add("messageType", messageType)
                .add("serviceType", serviceType)
                .add("from", from)
                .add("to", to)
                .add("contentSha256", content.sha256())
                .add("contentLength", length == null ? null : length.toString())
                .addAll(extensions)
                .done();
    }
}
