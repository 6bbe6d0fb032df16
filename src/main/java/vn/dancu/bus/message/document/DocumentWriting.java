package vn.dancu.bus.message.document;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.document.Issue.Code;
import vn.dancu.bus.message.document.Issue.Promulgation;
import vn.dancu.bus.message.document.Issue.Signer;
import vn.dancu.bus.message.document.Issue.Type;
import vn.dancu.bus.message.document.Matter.OtherInfo;

/** One record on its way to an edXML message, in the order that most samples have. */
final class DocumentWriting {

    private final Shells shells;

    private DocumentWriting(List<Node> extensions) {
        this.shells = new Shells(extensions);
    }

    static Node element(EDocument document) {
        return new DocumentWriting(document.extensions()).document(document);
    }

    static Node element(DocumentStatus status) {
        return new DocumentWriting(status.extensions()).status(status);
    }

    private Node document(EDocument document) {
        Elements header = Elements.of("edXMLHeader")
                .add(header(document))
                .add(trace(document.trace()))
                .addAll(document.signatures());
        return shells.wrap(Elements.of("edXML")
                .add(shells.wrap(
                        Elements.of("edXMLEnvelope").add(shells.wrap(header)).add(body(document.attachments()))))
                .add(encoded(document.attachments())));
    }

    private Node status(DocumentStatus status) {
        Elements message = Elements.of("MessageHeader").add(PartWriting.organization("From", status.from()));
        status.responseFor().forEach(response -> message.add(PartWriting.response(response)));
        if (status.staff() != null) {
            message.add(PartWriting.staff(status.staff()));
        }
        message.add("StatusCode", status.code().code())
                .add("Description", status.description())
                .add("Timestamp", PartWriting.moment(status.timestamp()));
        return shells.wrap(Elements.of("edXML")
                .add(shells.wrap(Elements.of("edXMLEnvelope")
                        .add(shells.wrap(Elements.of("edXMLHeader").add(shells.wrap(message)))))));
    }

    private Node header(EDocument document) {
        Elements message = Elements.of("MessageHeader").add(PartWriting.organization("From", document.from()));
        document.to().forEach(to -> message.add(PartWriting.organization("To", to)));
        message.add("DocumentId", document.id());
        issue(message, document.issue());
        message.add("Subject", document.matter().subject())
                .add("Content", document.matter().content())
                .add(signer(document.issue().signer()));
        matter(message, document.matter());
        Reply reply = document.reply();
        reply.documents().forEach(response -> message.add(PartWriting.response(response)));
        message.add(texts("ResponseForTask", "TaskCode", reply.tasks()))
                .add("ApplicationType", reply.application())
                .add("SteeringType", PartWriting.code(document.matter().steering()));
        return shells.wrap(message);
    }

    private void issue(Elements message, Issue issue) {
        Code code = Objects.requireNonNullElse(issue.code(), new Code(null, null));
        Promulgation promulgation = Objects.requireNonNullElse(issue.promulgation(), new Promulgation(null, null));
        Type type = Objects.requireNonNullElse(issue.type(), new Type(null, null, null));
        message.add(shells.wrapUnlessEmpty(
                        Elements.of("Code").add("CodeNumber", code.number()).add("CodeNotation", code.notation())))
                .add(shells.wrapUnlessEmpty(Elements.of("PromulgationInfo")
                        .add("Place", promulgation.place())
                        .add("PromulgationDate", PartWriting.day(promulgation.date()))))
                .add(shells.wrapUnlessEmpty(Elements.of("DocumentType")
                        .add("Type", PartWriting.text(type.code()))
                        .add("TypeDetail", type.detail())
                        .add("TypeName", type.name())));
    }

    private void matter(Elements message, Matter matter) {
        message.add("DueDate", PartWriting.day(matter.dueDate()))
                .add(texts("ToPlaces", "Place", matter.places()))
                .add(other(matter.other()));
    }

    private @Nullable Node signer(@Nullable Signer signer) {
        Elements element = Elements.of("SignerInfo");
        if (signer != null) {
            element.add("Competence", signer.competence())
                    .add("Position", signer.position())
                    .add("FullName", signer.fullName());
        }
        return shells.wrapUnlessEmpty(element);
    }

    private @Nullable Node other(@Nullable OtherInfo other) {
        Elements element = Elements.of("OtherInfo");
        if (other != null) {
            element.add("Priority", PartWriting.code(other.priority()))
                    .add("SphereOfPromulgation", other.sphere())
                    .add("TyperNotation", other.typist())
                    .add("PromulgationAmount", PartWriting.text(other.copies()))
                    .add("PageAmount", PartWriting.text(other.pages()))
                    .add("Direction", PartWriting.text(other.direction()))
                    .add(texts("Appendixes", "Appendix", other.appendixes()));
        }
        return shells.wrapUnlessEmpty(element);
    }

    private @Nullable Node trace(Trace trace) {
        Elements element = Elements.of("TraceHeaderList");
        trace.stations().forEach(station -> element.add(PartWriting.station(station)));
        return shells.wrapUnlessEmpty(element.add(business(trace.business())));
    }

    private @Nullable Node business(@Nullable Business business) {
        Elements element = Elements.of("Bussiness");
        if (business != null) {
            element.add("DocumentId", business.documentId())
                    .add("BussinessDocType", PartWriting.code(business.kind()))
                    .add("BussinessDocReason", business.reason());
            business.updates().forEach(update -> element.add(PartWriting.update(update)));
            Elements replacements = Elements.of("ReplacementInfoList");
            business.replacements().forEach(replaced -> replacements.add(PartWriting.replacement(replaced)));
            element.add(replacements.doneUnlessEmpty());
            business.staff().forEach(staff -> element.add(PartWriting.staff(staff)));
            element.add("Paper", PartWriting.code(business.paper()));
        }
        return shells.wrapUnlessEmpty(element);
    }

    private @Nullable Node body(List<Attachment> attachments) {
        Elements manifest = Elements.of("edXMLManifest");
        attachments.forEach(attachment -> manifest.add(PartWriting.reference(attachment)));
        return shells.wrapUnlessEmpty(Elements.of("edXMLBody").add(shells.wrapUnlessEmpty(manifest)));
    }

    private @Nullable Node encoded(List<Attachment> attachments) {
        Elements encoded = Elements.of("AttachmentEncoded");
        attachments.forEach(attachment -> encoded.add(PartWriting.part(attachment)));
        return shells.wrapUnlessEmpty(encoded);
    }

    private @Nullable Node texts(String list, String item, List<String> texts) {
        Elements element = Elements.of(list);
        texts.forEach(text -> element.add(item, text));
        return shells.wrapUnlessEmpty(element);
    }
}
