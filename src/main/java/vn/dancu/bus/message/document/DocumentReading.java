package vn.dancu.bus.message.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.document.Issue.Code;
import vn.dancu.bus.message.document.Issue.Promulgation;
import vn.dancu.bus.message.document.Issue.Signer;
import vn.dancu.bus.message.document.Issue.Type;
import vn.dancu.bus.message.document.Matter.OtherInfo;

/** One edXML message on its way to a record. */
final class DocumentReading {

    private static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";

    private final List<Part> wrappers = new ArrayList<>();
    private final Part root;
    private final Part envelope;
    private final Part header;
    private final Part message;

    private DocumentReading(Node root) {
        this.root = opened(Part.of(root));
        envelope = opened(this.root.neededPart("edXMLEnvelope"));
        header = opened(envelope.neededPart("edXMLHeader"));
        message = opened(header.neededPart("MessageHeader"));
    }

    static EDocument document(Node root) {
        return new DocumentReading(root).document();
    }

    static DocumentStatus status(Node root) {
        return new DocumentReading(root).status();
    }

    private EDocument document() {
        Organization from = PartReading.organization(message.neededPart("From"));
        List<Organization> to =
                message.parts("To").stream().map(PartReading::organization).toList();
        String id = message.text("DocumentId");
        Issue issue = issue();
        Matter matter = matter();
        Reply reply = reply();
        Part trace = wrapper(header, "TraceHeaderList");
        Trace read = trace == null ? Trace.NONE : trace(trace);
        List<Attachment> attachments = attachments();
        List<Node> signatures = header.nodes(DocumentReading::isSignature);
        return new EDocument(from, to, id, issue, matter, reply, read, attachments, signatures, Shells.of(wrappers));
    }

    private DocumentStatus status() {
        Part staff = message.part("StaffInfo");
        return new DocumentStatus(
                PartReading.organization(message.neededPart("From")),
                responses(),
                staff == null ? null : PartReading.staff(staff),
                Coded.of(message.needed("StatusCode"), StatusCode.class),
                message.text("Description"),
                message.moment("Timestamp"),
                Shells.of(wrappers));
    }

    private Issue issue() {
        Part code = wrapper(message, "Code");
        Part promulgation = wrapper(message, "PromulgationInfo");
        Part type = wrapper(message, "DocumentType");
        Part signer = wrapper(message, "SignerInfo");
        return new Issue(
                code == null ? null : new Code(code.text("CodeNumber"), code.text("CodeNotation")),
                promulgation == null
                        ? null
                        : new Promulgation(promulgation.text("Place"), promulgation.day("PromulgationDate")),
                type == null ? null : new Type(type.number("Type"), type.text("TypeDetail"), type.text("TypeName")),
                signer == null
                        ? null
                        : new Signer(signer.text("Competence"), signer.text("Position"), signer.text("FullName")));
    }

    private Matter matter() {
        Part other = wrapper(message, "OtherInfo");
        return new Matter(
                message.text("Subject"),
                message.text("Content"),
                message.day("DueDate"),
                texts(message, "ToPlaces", "Place"),
                other == null ? null : other(other),
                message.code("SteeringType", SteeringType.class));
    }

    private OtherInfo other(Part other) {
        return new OtherInfo(
                other.code("Priority", Priority.class),
                other.text("SphereOfPromulgation"),
                other.text("TyperNotation"),
                other.number("PromulgationAmount"),
                other.number("PageAmount"),
                other.truth("Direction"),
                texts(other, "Appendixes", "Appendix"));
    }

    private Reply reply() {
        return new Reply(responses(), texts(message, "ResponseForTask", "TaskCode"), message.text("ApplicationType"));
    }

    private List<ResponseFor> responses() {
        return message.parts("ResponseFor").stream().map(PartReading::response).toList();
    }

    private Trace trace(Part trace) {
        Part business = wrapper(trace, "Bussiness");
        return new Trace(
                trace.parts("TraceHeader").stream().map(PartReading::station).toList(),
                business == null ? null : business(business));
    }

    private static Business business(Part business) {
        return new Business(
                business.text("DocumentId"),
                business.code("BussinessDocType", BusinessKind.class),
                business.text("BussinessDocReason"),
                business.code("Paper", PaperCopy.class),
                business.parts("BussinessDocumentInfo").stream()
                        .map(PartReading::update)
                        .toList(),
                business.parts("ReplacementInfoList").stream()
                        .flatMap(list -> list.parts("ReplacementInfo").stream())
                        .map(PartReading::replacement)
                        .toList(),
                business.parts("StaffInfo").stream().map(PartReading::staff).toList());
    }

    private List<Attachment> attachments() {
        Part body = wrapper(envelope, "edXMLBody");
        Part manifest = body == null ? null : wrapper(body, "edXMLManifest");
        Part encoded = wrapper(root, "AttachmentEncoded");
        return PartReading.joined(
                manifest == null ? List.of() : manifest.parts("Reference"),
                encoded == null ? List.of() : encoded.parts("Attachment"));
    }

    private static boolean isSignature(Node node) {
        return node.isOwn()
                ? node.name().equals("Signature") || node.name().equals("DigitalSignature")
                : node.name().equals("Signature") && XMLDSIG.equals(node.namespace());
    }

    private List<String> texts(Part parent, String list, String item) {
        Part part = wrapper(parent, list);
        return part == null ? List.of() : part.texts(item);
    }

    private @Nullable Part wrapper(Part parent, String name) {
        Part part = parent.part(name);
        return part == null ? null : opened(part);
    }

    private Part opened(Part part) {
        wrappers.add(part);
        return part;
    }
}
