package vn.dancu.bus.message.document.edxml;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
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
import vn.dancu.bus.message.document.ReplyReferences;
import vn.dancu.bus.message.document.RoutingTrace;

/** One record on its way to an edXML message, in the order that most samples have. */
final class DocumentWriter {

    private final WrapperElements wrappers;

    private DocumentWriter(List<Node> extensions) {
        this.wrappers = new WrapperElements(extensions);
    }

    static Node element(EDocument document) {
        return new DocumentWriter(document.extensions()).document(document);
    }

    static Node element(DocumentStatus status) {
        return new DocumentWriter(status.extensions()).status(status);
    }

    private Node document(EDocument document) {
        Elements header = Elements.of("edXMLHeader")
                .add(header(document))
                .add(routing(document.routing()))
                .addAll(document.signatures());
        return wrappers.wrap(Elements.of("edXML")
                .add(wrappers.wrap(
                        Elements.of("edXMLEnvelope").add(wrappers.wrap(header)).add(body(document.attachments()))))
                .add(encoded(document.attachments())));
    }

    private Node status(DocumentStatus status) {
        Elements message = Elements.of("MessageHeader").add(RepeatedElementWriter.organization("From", status.from()));
        status.responseFor().forEach(response -> message.add(RepeatedElementWriter.response(response)));
        if (status.staff() != null) {
            message.add(RepeatedElementWriter.staff(status.staff()));
        }
        message.add("StatusCode", status.code().code())
                .add("Description", status.description())
                .add("Timestamp", RepeatedElementWriter.moment(status.timestamp()));
        return wrappers.wrap(Elements.of("edXML")
                .add(wrappers.wrap(Elements.of("edXMLEnvelope")
                        .add(wrappers.wrap(Elements.of("edXMLHeader").add(wrappers.wrap(message)))))));
    }

    private Node header(EDocument document) {
        Elements message =
                Elements.of("MessageHeader").add(RepeatedElementWriter.organization("From", document.from()));
        document.to().forEach(to -> message.add(RepeatedElementWriter.organization("To", to)));
        message.add("DocumentId", document.id());
        issuance(message, document.issuance());
        message.add("Subject", document.description().subject())
                .add("Content", document.description().content())
                .add(signer(document.issuance().signer()));
        description(message, document.description());
        ReplyReferences reply = document.reply();
        reply.documents().forEach(response -> message.add(RepeatedElementWriter.response(response)));
        message.add(texts("ResponseForTask", "TaskCode", reply.tasks()))
                .add("ApplicationType", reply.application())
                .add(
                        "SteeringType",
                        RepeatedElementWriter.code(document.description().steering()));
        return wrappers.wrap(message);
    }

    private void issuance(Elements message, Issuance issuance) {
        Code code = Objects.requireNonNullElse(issuance.code(), new Code(null, null));
        Promulgation promulgation = Objects.requireNonNullElse(issuance.promulgation(), new Promulgation(null, null));
        Type type = Objects.requireNonNullElse(issuance.type(), new Type(null, null, null));
        message.add(wrappers.wrapUnlessEmpty(
                        Elements.of("Code").add("CodeNumber", code.number()).add("CodeNotation", code.notation())))
                .add(wrappers.wrapUnlessEmpty(Elements.of("PromulgationInfo")
                        .add("Place", promulgation.place())
                        .add("PromulgationDate", RepeatedElementWriter.day(promulgation.date()))))
                .add(wrappers.wrapUnlessEmpty(Elements.of("DocumentType")
                        .add("Type", RepeatedElementWriter.text(type.code()))
                        .add("TypeDetail", type.detail())
                        .add("TypeName", type.name())));
    }

    private void description(Elements message, DocumentDescription description) {
        message.add("DueDate", RepeatedElementWriter.day(description.dueDate()))
                .add(texts("ToPlaces", "Place", description.places()))
                .add(other(description.other()));
    }

    private @Nullable Node signer(@Nullable Signer signer) {
        Elements element = Elements.of("SignerInfo");
        if (signer != null) {
            element.add("Competence", signer.competence())
                    .add("Position", signer.position())
                    .add("FullName", signer.fullName());
        }
        return wrappers.wrapUnlessEmpty(element);
    }

    private @Nullable Node other(@Nullable OtherInfo other) {
        Elements element = Elements.of("OtherInfo");
        if (other != null) {
            element.add("Priority", RepeatedElementWriter.code(other.priority()))
                    .add("SphereOfPromulgation", other.sphere())
                    .add("TyperNotation", other.typist())
                    .add("PromulgationAmount", RepeatedElementWriter.text(other.copies()))
                    .add("PageAmount", RepeatedElementWriter.text(other.pages()))
                    .add("Direction", RepeatedElementWriter.text(other.direction()))
                    .add(texts("Appendixes", "Appendix", other.appendixes()));
        }
        return wrappers.wrapUnlessEmpty(element);
    }

    private @Nullable Node routing(RoutingTrace routing) {
        Elements element = Elements.of("TraceHeaderList");
        routing.stations().forEach(station -> element.add(RepeatedElementWriter.station(station)));
        return wrappers.wrapUnlessEmpty(element.add(action(routing.action())));
    }

    private @Nullable Node action(@Nullable DocumentAction action) {
        Elements element = Elements.of("Bussiness");
        if (action != null) {
            element.add("DocumentId", action.documentId())
                    .add("BussinessDocType", RepeatedElementWriter.code(action.kind()))
                    .add("BussinessDocReason", action.reason());
            action.updates().forEach(update -> element.add(RepeatedElementWriter.update(update)));
            Elements replacements = Elements.of("ReplacementInfoList");
            action.replacements().forEach(replaced -> replacements.add(RepeatedElementWriter.replacement(replaced)));
            element.add(replacements.doneUnlessEmpty());
            action.staff().forEach(staff -> element.add(RepeatedElementWriter.staff(staff)));
            element.add("Paper", RepeatedElementWriter.code(action.paper()));
        }
        return wrappers.wrapUnlessEmpty(element);
    }

    private @Nullable Node body(List<Attachment> attachments) {
        Elements manifest = Elements.of("edXMLManifest");
        attachments.forEach(attachment -> manifest.add(RepeatedElementWriter.reference(attachment)));
        return wrappers.wrapUnlessEmpty(Elements.of("edXMLBody").add(wrappers.wrapUnlessEmpty(manifest)));
    }

    private @Nullable Node encoded(List<Attachment> attachments) {
        Elements encoded = Elements.of("AttachmentEncoded");
        attachments.forEach(attachment -> encoded.add(RepeatedElementWriter.part(attachment)));
        return wrappers.wrapUnlessEmpty(encoded);
    }

    private @Nullable Node texts(String list, String item, List<String> texts) {
        Elements element = Elements.of(list);
        texts.forEach(text -> element.add(item, text));
        return wrappers.wrapUnlessEmpty(element);
    }
}
