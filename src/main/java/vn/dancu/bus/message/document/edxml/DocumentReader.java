package vn.dancu.bus.message.document.edxml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.DocumentAction;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.DocumentDescription.OtherInfo;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Issuance;
import vn.dancu.bus.message.document.Issuance.Code;
import vn.dancu.bus.message.document.Issuance.Promulgation;
import vn.dancu.bus.message.document.Issuance.Signer;
import vn.dancu.bus.message.document.Issuance.Type;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ReplyReferences;
import vn.dancu.bus.message.document.ResponseFor;
import vn.dancu.bus.message.document.RoutingTrace;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.DocumentActionKind;
import vn.dancu.bus.message.document.code.PaperCopy;
import vn.dancu.bus.message.document.code.Priority;
import vn.dancu.bus.message.document.code.StatusCode;
import vn.dancu.bus.message.document.code.SteeringType;

/** One edXML message on its way to a record. */
final class DocumentReader {

    private static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";

    private final List<TrackedElement> wrappers = new ArrayList<>();
    private final TrackedElement root;
    private final TrackedElement envelope;
    private final TrackedElement header;
    private final TrackedElement message;

    private DocumentReader(Node root) {
        this.root = opened(TrackedElement.of(root));
        envelope = opened(this.root.neededPart("edXMLEnvelope"));
        header = opened(envelope.neededPart("edXMLHeader"));
        message = opened(header.neededPart("MessageHeader"));
    }

    static EDocument document(Node root) {
        return new DocumentReader(root).document();
    }

    static DocumentStatus status(Node root) {
        return new DocumentReader(root).status();
    }

    private EDocument document() {
        Organization from = RepeatedElementReader.organization(message.neededPart("From"));
        List<Organization> to = message.parts("To").stream()
                .map(RepeatedElementReader::organization)
                .toList();
        String id = message.text("DocumentId");
        Issuance issuance = issuance();
        DocumentDescription description = description();
        ReplyReferences reply = reply();
        TrackedElement routing = wrapper(header, "TraceHeaderList");
        RoutingTrace read = routing == null ? RoutingTrace.NONE : routing(routing);
        List<Attachment> attachments = attachments();
        List<Node> signatures = header.nodes(DocumentReader::isSignature);
        return new EDocument(
                from,
                to,
                id,
                issuance,
                description,
                reply,
                read,
                attachments,
                signatures,
                WrapperElements.of(wrappers));
    }

    private DocumentStatus status() {
        TrackedElement staff = message.part("StaffInfo");
        return new DocumentStatus(
                RepeatedElementReader.organization(message.neededPart("From")),
                responses(),
                staff == null ? null : RepeatedElementReader.staff(staff),
                Coded.of(message.needed("StatusCode"), StatusCode.class),
                message.text("Description"),
                message.moment("Timestamp"),
                WrapperElements.of(wrappers));
    }

    private Issuance issuance() {
        TrackedElement code = wrapper(message, "Code");
        TrackedElement promulgation = wrapper(message, "PromulgationInfo");
        TrackedElement type = wrapper(message, "DocumentType");
        TrackedElement signer = wrapper(message, "SignerInfo");
        return new Issuance(
                code == null ? null : new Code(code.text("CodeNumber"), code.text("CodeNotation")),
                promulgation == null
                        ? null
                        : new Promulgation(promulgation.text("Place"), promulgation.day("PromulgationDate")),
                type == null ? null : new Type(type.number("Type"), type.text("TypeDetail"), type.text("TypeName")),
                signer == null
                        ? null
                        : new Signer(signer.text("Competence"), signer.text("Position"), signer.text("FullName")));
    }

    private DocumentDescription description() {
        TrackedElement other = wrapper(message, "OtherInfo");
        return new DocumentDescription(
                message.text("Subject"),
                message.text("Content"),
                message.day("DueDate"),
                texts(message, "ToPlaces", "Place"),
                other == null ? null : other(other),
                message.code("SteeringType", SteeringType.class));
    }

    private OtherInfo other(TrackedElement other) {
        return new OtherInfo(
                other.code("Priority", Priority.class),
                other.text("SphereOfPromulgation"),
                other.text("TyperNotation"),
                other.number("PromulgationAmount"),
                other.number("PageAmount"),
                other.truth("Direction"),
                texts(other, "Appendixes", "Appendix"));
    }

    private ReplyReferences reply() {
        return new ReplyReferences(
                responses(), texts(message, "ResponseForTask", "TaskCode"), message.text("ApplicationType"));
    }

    private List<ResponseFor> responses() {
        return message.parts("ResponseFor").stream()
                .map(RepeatedElementReader::response)
                .toList();
    }

    private RoutingTrace routing(TrackedElement routing) {
        TrackedElement action = wrapper(routing, "Bussiness");
        return new RoutingTrace(
                routing.parts("TraceHeader").stream()
                        .map(RepeatedElementReader::station)
                        .toList(),
                action == null ? null : action(action));
    }

    private static DocumentAction action(TrackedElement action) {
        return new DocumentAction(
                action.text("DocumentId"),
                action.code("BussinessDocType", DocumentActionKind.class),
                action.text("BussinessDocReason"),
                action.code("Paper", PaperCopy.class),
                action.parts("BussinessDocumentInfo").stream()
                        .map(RepeatedElementReader::update)
                        .toList(),
                action.parts("ReplacementInfoList").stream()
                        .flatMap(list -> list.parts("ReplacementInfo").stream())
                        .map(RepeatedElementReader::replacement)
                        .toList(),
                action.parts("StaffInfo").stream()
                        .map(RepeatedElementReader::staff)
                        .toList());
    }

    private List<Attachment> attachments() {
        TrackedElement body = wrapper(envelope, "edXMLBody");
        TrackedElement manifest = body == null ? null : wrapper(body, "edXMLManifest");
        TrackedElement encoded = wrapper(root, "AttachmentEncoded");
        return RepeatedElementReader.joined(
                manifest == null ? List.of() : manifest.parts("Reference"),
                encoded == null ? List.of() : encoded.parts("Attachment"));
    }

    private static boolean isSignature(Node node) {
        return node.isOwn()
                ? node.name().equals("Signature") || node.name().equals("DigitalSignature")
                : node.name().equals("Signature") && XMLDSIG.equals(node.namespace());
    }

    private List<String> texts(TrackedElement parent, String list, String item) {
        TrackedElement part = wrapper(parent, list);
        return part == null ? List.of() : part.texts(item);
    }

    private @Nullable TrackedElement wrapper(TrackedElement parent, String name) {
        TrackedElement part = parent.part(name);
        return part == null ? null : opened(part);
    }

    private TrackedElement opened(TrackedElement part) {
        wrappers.add(part);
        return part;
    }
}
