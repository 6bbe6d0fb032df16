package vn.dancu.bus.message.document.edxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.Attachment.Label;
import vn.dancu.bus.message.document.DocumentAction.Receiver;
import vn.dancu.bus.message.document.DocumentAction.Replacement;
import vn.dancu.bus.message.document.DocumentAction.Update;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ResponseFor;
import vn.dancu.bus.message.document.RoutingTrace;
import vn.dancu.bus.message.document.Staff;

/** The elements that may stand several times; what nobody knows in them stays with each. */
final class RepeatedElementReader {

    private RepeatedElementReader() {}

    static Organization organization(TrackedElement part) {
        return organization(part, TrackedElement::rest);
    }

    /** The extensions are asked for last: they are what nothing else has read. */
    static Organization organization(TrackedElement part, Function<TrackedElement, List<Node>> extensions) {
        return new Organization(
                part.needed("OrganId"),
                part.text("OrganizationInCharge"),
                part.text("OrganName"),
                part.text("OrganAdd"),
                part.text("Email"),
                part.text("Telephone"),
                part.text("Fax"),
                part.text("Website"),
                extensions.apply(part));
    }

    static ResponseFor response(TrackedElement part) {
        return new ResponseFor(
                part.text("OrganId"),
                part.text("Code"),
                part.day("PromulgationDate"),
                part.text("DocumentId"),
                part.rest());
    }

    static Staff staff(TrackedElement part) {
        return new Staff(
                part.text("Department"),
                part.text("Staff"),
                part.text("Email"),
                part.text("Mobile"),
                part.text("DepartmentId"),
                part.text("StaffId"),
                part.rest());
    }

    static RoutingTrace.Station station(TrackedElement part) {
        return new RoutingTrace.Station(part.needed("OrganId"), part.moment("Timestamp"), part.rest());
    }

    static Update update(TrackedElement part) {
        return new Update(
                part.text("DocumentInfo"),
                part.text("DocumentReceiver"),
                part.parts("ReceiverList").stream()
                        .flatMap(list -> list.parts("Receiver").stream())
                        .map(RepeatedElementReader::receiver)
                        .toList(),
                part.rest());
    }

    private static Receiver receiver(TrackedElement part) {
        return new Receiver(part.needed("OrganId"), part.text("ReceiverType"), part.rest());
    }

    static Replacement replacement(TrackedElement part) {
        TrackedElement organs = part.part("OrganIdList");
        return new Replacement(
                part.needed("DocumentId"), organs == null ? List.of() : organs.texts("OrganId"), part.rest());
    }

    /** The manifest's order; parts that it does not name come last. */
    static List<Attachment> joined(List<TrackedElement> references, List<TrackedElement> encoded) {
        Map<String, Deque<Attachment>> parts = new LinkedHashMap<>();
        for (TrackedElement part : encoded) {
            Content content = part.content("ContentTransferEncoded");
            Attachment alone = new Attachment(null, label(part), content);
            parts.computeIfAbsent(alone.contentId(), id -> new ArrayDeque<>()).add(alone);
        }
        List<Attachment> attachments = new ArrayList<>();
        for (TrackedElement reference : references) {
            Label label = label(reference);
            Deque<Attachment> named = parts.get(label.bareId());
            Attachment part = named == null ? null : named.poll();
            attachments.add(
                    new Attachment(label, part == null ? null : part.part(), part == null ? null : part.content()));
        }
        parts.values().forEach(attachments::addAll);
        return attachments;
    }

    private static Label label(TrackedElement part) {
        return new Label(
                part.needed("ContentId"),
                part.text("AttachmentName"),
                part.text("ContentType"),
                part.text("Description"),
                part.node().attributes(),
                part.rest());
    }
}
