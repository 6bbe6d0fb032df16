package vn.dancu.bus.document.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.document.SentDocuments;
import vn.dancu.bus.document.answer.AnswerWriter;
import vn.dancu.bus.document.unpack.DocumentOpener;
import vn.dancu.bus.document.unpack.OpenedMessage;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedDocument;
import vn.dancu.bus.document.unpack.OpenedMessage.UnpackedFile;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.DocumentAction;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Issuance;
import vn.dancu.bus.message.document.Organization;
import vn.dancu.bus.message.document.RoutingTrace;
import vn.dancu.bus.message.document.RoutingTrace.Station;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.SteeringType;

/** {@link SentDocuments} over the outbox, signed as our answers are. */
final class LetterSender implements SentDocuments {

    private static final int OFFICIAL_LETTER = 18;
    private static final long MAX_LENGTH = 64L << 20;

    private final DocumentDispatch dispatch;
    private final AnswerWriter writer;
    private final DocumentOpener opener;
    private final ClaimChecks claims;
    private final Clock clock;

    LetterSender(
            DocumentDispatch dispatch, AnswerWriter writer, DocumentOpener opener, ClaimChecks claims, Clock clock) {
        this.dispatch = dispatch;
        this.writer = writer;
        this.opener = opener;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public ClaimCheck write(Letter letter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document(letter), out);
        try {
            return claims.store(new ByteArrayInputStream(out.toByteArray()), MAX_LENGTH);
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    @Override
    public void send(Letter letter, ClaimCheck written) {
        dispatch.letter(letter.account(), letter.id(), letter.agency(), MessageContent.of(written));
    }

    @Override
    public List<ReplyFile> files(ClaimCheck reply) {
        List<ReplyFile> files = new ArrayList<>();
        try (InputStream in = claims.open(reply);
                OpenedMessage opened = opener.open(in)) {
            for (UnpackedFile file : ((OpenedDocument) opened).files()) {
                files.add(new ReplyFile(
                        Objects.requireNonNullElse(file.name(), file.contentId()),
                        file.contentType(),
                        file.content().length()));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
        return files;
    }

    @Override
    public void copy(ClaimCheck reply, int position, OutputStream out) throws IOException {
        try (InputStream in = claims.open(reply);
                OpenedMessage opened = opener.open(in)) {
            List<UnpackedFile> files = ((OpenedDocument) opened).files();
            if (position < 0 || position >= files.size()) {
                throw BusException.of(ErrorCode.RESOURCE_UNKNOWN);
            }
            try (InputStream file = files.get(position).content().open()) {
                file.transferTo(out);
            }
        }
    }

    private EDocument document(Letter letter) {
        Organization from = dispatch.organization(letter.account());
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), DocumentDispatch.ZONE);
        DocumentDescription description = new DocumentDescription(
                letter.subject(), letter.text(), letter.due(), List.of(), null, Coded.of(SteeringType.NOT_STEERING));
        return EDocument.of(
                        from,
                        List.of(Organization.of(letter.agency(), null)),
                        letter.id().toString(),
                        description)
                .with(new Issuance(
                        new Issuance.Code(letter.number(), null),
                        new Issuance.Promulgation(null, now.toLocalDate()),
                        new Issuance.Type(OFFICIAL_LETTER, null, "Công văn"),
                        null))
                .with(new RoutingTrace(List.of(new Station(from.id(), now, List.of())), DocumentAction.ofNew()))
                .with(files(letter));
    }

    private static List<Attachment> files(Letter letter) {
        List<Attachment> files = new ArrayList<>();
        for (LetterFile file : letter.files()) {
            files.add(Attachment.of(
                    "tep-" + (files.size() + 1), file.name(), file.contentType(), Content.of(file.content())));
        }
        return files;
    }
}
