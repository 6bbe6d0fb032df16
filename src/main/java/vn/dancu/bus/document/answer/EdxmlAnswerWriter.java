package vn.dancu.bus.document.answer;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.signature.DocumentSignatures;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.DocumentAction;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.DocumentMessages;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Issuance;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.ReplyReferences;
import vn.dancu.bus.message.document.ResponseFor;
import vn.dancu.bus.message.document.RoutingTrace;
import vn.dancu.bus.message.document.RoutingTrace.Station;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.SteeringType;
import vn.dancu.bus.message.wire.ContentSpool;

/** {@link AnswerWriter} over the message library. */
final class EdxmlAnswerWriter implements AnswerWriter {

    // The form of QCVN 102: the agency, the day, number and notation.
    private static final Pattern ID = Pattern.compile("[^,]+,\\d{4}/\\d{2}/\\d{2},([^,/]+)/([^,]+)");
    private static final int OFFICIAL_LETTER = 18;

    private final MessageFormat xml;
    private final DocumentMessages documents;
    private final DocumentSignatures signatures;

    EdxmlAnswerWriter(MessageContext messages, DocumentSignatures signatures) {
        this.xml = messages.xml(Version.EDXML_V1);
        this.documents = messages.documents();
        this.signatures = signatures;
    }

    @Override
    public void write(AnswerDocument answer, OutputStream out) {
        write(document(answer), out);
    }

    @Override
    public void write(EDocument document, OutputStream out) {
        if (!signatures.signs()) {
            xml.write(documents.write(document), out);
            return;
        }
        ContentSpool spool = new ContentSpool(MessageLimits.LARGE);
        try {
            xml.write(documents.write(document), spool);
            try (Content unsigned = spool.done()) {
                signatures.sign(unsigned, out);
            }
        } finally {
            spool.drop();
        }
    }

    @Override
    public byte[] write(StatusReport status) {
        String description = status.description();
        return xml.write(documents.write(new DocumentStatus(
                status.from(),
                List.of(response(status.document())),
                null,
                Coded.of(status.code()),
                description == null ? status.code().meaning().vietnamese() : description,
                status.at(),
                List.of())));
    }

    private static EDocument document(AnswerDocument answer) {
        EDocument request = answer.request();
        String code = code(request);
        DocumentDescription description = new DocumentDescription(
                "Trả lời văn bản " + (code == null ? request.id() : code) + " về cung cấp thông tin dân cư",
                answer.summary(),
                null,
                List.of(),
                null,
                Coded.of(SteeringType.NOT_STEERING));
        Organization to = request.from();
        return EDocument.of(answer.from(), List.of(Organization.of(to.id(), to.name())), answer.id(), description)
                .with(issuance(answer))
                .with(new ReplyReferences(List.of(response(request)), List.of(), null))
                .with(new RoutingTrace(
                        List.of(new Station(answer.from().id(), answer.issued(), List.of())), DocumentAction.ofNew()))
                .with(answer.files());
    }

    private static Issuance issuance(AnswerDocument answer) {
        Matcher id = ID.matcher(answer.id());
        return new Issuance(
                id.matches() ? new Issuance.Code(id.group(1), id.group(2)) : null,
                new Issuance.Promulgation(null, answer.issued().toLocalDate()),
                new Issuance.Type(OFFICIAL_LETTER, null, "Công văn"),
                null);
    }

    private static ResponseFor response(EDocument request) {
        Issuance.Promulgation promulgation = request.issuance().promulgation();
        LocalDate date = promulgation == null ? null : promulgation.date();
        return new ResponseFor(request.from().id(), code(request), date, request.id(), List.of());
    }

    private static @Nullable String code(EDocument request) {
        Issuance.Code code = request.issuance().code();
        if (code == null || code.number() == null || code.notation() == null) {
            return null;
        }
        return code.number() + "/" + code.notation();
    }
}
