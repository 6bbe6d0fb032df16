package vn.dancu.bus.message.document.edxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.Attachment.Label;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.DocumentDescription.OtherInfo;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Issuance;
import vn.dancu.bus.message.document.Issuance.Code;
import vn.dancu.bus.message.document.Issuance.Promulgation;
import vn.dancu.bus.message.document.Issuance.Signer;
import vn.dancu.bus.message.document.Issuance.Type;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ReplyReferences;
import vn.dancu.bus.message.document.RoutingTrace;
import vn.dancu.bus.message.document.code.Priority;

/**
 * One message of the form before QCVN 102 (e-doc) on its way to a record. It is read only, so what a record has no place for
 * is not kept, but named.
 */
final class EdocReader {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    // How that form writes a day was not found; these were seen.
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT),
            TrackedElement.DAY,
            DateTimeFormatter.ISO_LOCAL_DATE);
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final Set<String> OF_LISTS = Set.of("id", "version", "mustUnderstand", "actor");

    private final TrackedElement root;
    private final EDocument document;
    private final List<Node> wrappers = new ArrayList<>();

    EdocReader(Node node) {
        root = TrackedElement.of(node);
        document = read(node.name().equals("Message") ? root.neededPart("MessageHeader") : root);
    }

    static boolean isDocument(Node root) {
        return root.name().equals("Message") || root.name().equals("MessageHeader");
    }

    EDocument document() {
        return document;
    }

    List<String> losses() {
        List<String> losses = new ArrayList<>();
        root.left(EdocReader::isCarried, losses);
        return losses;
    }

    private static boolean isCarried(Attribute attribute) {
        return attribute.namespace().equals(XLINK) || OF_LISTS.contains(attribute.name());
    }

    private EDocument read(TrackedElement header) {
        Organization from = organization(header.neededPart("From"));
        List<Organization> to =
                header.parts("To").stream().map(EdocReader::organization).toList();
        String id = header.text("DocumentId");
        Issuance issuance = new Issuance(code(header), promulgation(header), type(header), signer(header));
        TrackedElement places = header.part("ToPlaces");
        TrackedElement other = header.part("OtherInfo");
        DocumentDescription description = new DocumentDescription(
                header.text("Subject"),
                header.text("Content"),
                null,
                places == null ? List.of() : places.texts("Place"),
                other == null ? null : other(other),
                null);
        RoutingTrace routing = header == root ? RoutingTrace.NONE : routing();
        List<Attachment> attachments = header == root ? List.of() : attachments();
        return new EDocument(
                from, to, id, issuance, description, ReplyReferences.NONE, routing, attachments, List.of(), wrappers);
    }

    private static Organization organization(TrackedElement part) {
        return RepeatedElementReader.organization(part, read -> List.of());
    }

    private static @Nullable Code code(TrackedElement header) {
        TrackedElement code = header.part("Code");
        return code == null ? null : new Code(code.text("CodeNumber"), code.text("CodeNotation"));
    }

    private static @Nullable Promulgation promulgation(TrackedElement header) {
        TrackedElement promulgation = header.part("PromulgationInfo");
        if (promulgation == null) {
            return null;
        }
        LocalDate date = day(promulgation, "PromulgationDate");
        return new Promulgation(promulgation.text("Place"), date != null ? date : day(promulgation, "Date"));
    }

    // Any content may stand in both: plain text in one sample, value and description in another.
    private static @Nullable Type type(TrackedElement header) {
        String plain = header.text("DocumentType");
        if (plain != null) {
            return new Type(null, null, plain.strip());
        }
        TrackedElement type = header.part("type");
        if (type == null) {
            return null;
        }
        Integer code = number(type, "value");
        return new Type(code, null, type.text("description"));
    }

    private static @Nullable Signer signer(TrackedElement header) {
        TrackedElement signer = header.part("SignerInfo");
        if (signer != null) {
            return new Signer(signer.text("Competence"), signer.text("Position"), signer.text("FullName"));
        }
        TrackedElement author = header.part("Author");
        return author == null
                ? null
                : new Signer(author.text("Competence"), author.text("Function"), author.text("FullName"));
    }

    private static OtherInfo other(TrackedElement other) {
        TrackedElement appendixes = other.part("Appendixes");
        return new OtherInfo(
                other.code("Priority", Priority.class),
                other.text("SphereOfPromulgation"),
                other.text("TyperNotation"),
                number(other, "PromulgationAmount"),
                number(other, "PageAmount"),
                null,
                appendixes == null ? List.of() : appendixes.texts("Appendix"));
    }

    private RoutingTrace routing() {
        TrackedElement list = root.part("TraceHeaderList");
        if (list == null) {
            return RoutingTrace.NONE;
        }
        wrapper(list, "TraceHeaderList");
        List<RoutingTrace.Station> stations = new ArrayList<>();
        for (TrackedElement part : list.parts("TraceHeader")) {
            TrackedElement sender = part.part("Sender");
            String organ = part.text("OrganId");
            organ = organ == null && sender != null ? sender.text("OrganId") : organ;
            LocalDateTime time = moment(part);
            if (organ == null) {
                part.drop("Timestamp");
            } else {
                stations.add(new RoutingTrace.Station(organ, time, List.of()));
            }
        }
        return new RoutingTrace(stations, null);
    }

    private List<Attachment> attachments() {
        TrackedElement manifest = root.part("Manifest");
        if (manifest == null) {
            return List.of();
        }
        wrapper(manifest, "edXMLManifest");
        List<Attachment> attachments = new ArrayList<>();
        for (TrackedElement reference : manifest.parts("Reference")) {
            List<Attribute> links = reference.node().attributes().stream()
                    .filter(attribute -> attribute.namespace().equals(XLINK))
                    .toList();
            String href = reference.node().attribute(XLINK, "href");
            Label label = new Label(
                    href == null ? "" : href,
                    reference.text("AttachmentName"),
                    reference.text("ContentType"),
                    reference.text("Description"),
                    links,
                    List.of());
            attachments.add(new Attachment(label, null, null));
        }
        return attachments;
    }

    // The later standard writes the attributes of its lists without a namespace.
    private void wrapper(TrackedElement list, String name) {
        List<Attribute> attributes = list.node().attributes().stream()
                .filter(EdocReader::isCarried)
                .map(attribute -> new Attribute("", attribute.name(), attribute.value()))
                .toList();
        wrappers.add(Node.of(name, List.of()).with(attributes));
    }

    private static @Nullable LocalDate day(TrackedElement part, String name) {
        String text = part.text(name);
        for (DateTimeFormatter form : text == null ? List.<DateTimeFormatter>of() : DAYS) {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeException ignored) {
                // perhaps another form
            }
        }
        part.drop(name);
        return null;
    }

    private static @Nullable LocalDateTime moment(TrackedElement part) {
        String text = part.text("Timestamp");
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') < 0
                    ? LocalDateTime.parse(text, TrackedElement.MOMENT)
                    : OffsetDateTime.parse(text).withOffsetSameInstant(VIETNAM).toLocalDateTime();
        } catch (DateTimeException e) {
            part.drop("Timestamp");
            return null;
        }
    }

    private static @Nullable Integer number(TrackedElement part, String name) {
        String text = part.text(name);
        if (text == null || !text.matches("[0-9]{1,9}")) {
            part.drop(name);
            return null;
        }
        return Integer.valueOf(text);
    }
}
