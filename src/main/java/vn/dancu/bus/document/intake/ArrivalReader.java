package vn.dancu.bus.document.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.agency.AgencyDirectory;
import vn.dancu.bus.document.question.QuestionFormat;
import vn.dancu.bus.document.unpack.DocumentOpener;
import vn.dancu.bus.document.unpack.OpenedMessage;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedDocument;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedStatus;
import vn.dancu.bus.document.unpack.OpenedMessage.UnpackedFile;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.Sha256;

/** Reads what came, as far as taking it needs. */
final class ArrivalReader {

    private final ClaimChecks claims;
    private final DocumentOpener opener;
    private final AgencyDirectory directory;
    private final long maxBytes;

    /** @param maxBytes of a message, as the axis sends it */
    ArrivalReader(ClaimChecks claims, DocumentOpener opener, AgencyDirectory directory, long maxBytes) {
        this.maxBytes = maxBytes;
        this.claims = claims;
        this.opener = opener;
        this.directory = directory;
    }

    /** The most bytes that a message may have. */
    long maxBytes() {
        return maxBytes;
    }

    /**
     * @param inMemory the same bytes, where they are few
     * @param proved agency code of the sender by the axis; null where the axis does not say
     */
    Arrival read(ClaimCheck content, byte @Nullable [] inMemory, @Nullable String proved) {
        try (InputStream in = inMemory == null ? claims.open(content) : new ByteArrayInputStream(inMemory);
                OpenedMessage opened = opener.open(in)) {
            if (opened instanceof OpenedStatus status) {
                return new Arrival.OfStatus(status.status());
            }
            return document((OpenedDocument) opened, content, proved);
        } catch (BusException e) {
            if (!e.refusal().code().isClientFault()) {
                throw e;
            }
            return new Arrival.Unreadable(e.refusal(), null);
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    private Arrival document(OpenedDocument opened, ClaimCheck content, @Nullable String proved) throws IOException {
        String said = opened.document().from().id();
        if (proved != null && !isSame(said, proved)) {
            // Not an answer to whom the document names: the axis knows who sent it.
            return new Arrival.Unreadable(
                    Refusal.of(
                            ErrorCode.CREDENTIALS_WRONG,
                            "MessageHeader/From/OrganId",
                            "the code of the agency that sends on the axis"),
                    opened.document());
        }
        boolean asks = opened.files().stream().anyMatch(file -> QuestionFormat.of(file.name(), file.contentType())
                .isPresent());
        // By the code of the axis: it stays, whichever form a document uses.
        String sender = canonical(proved == null ? said : proved);
        return new Arrival.OfDocument(opened.document(), sender, contentHash(opened, content), asks);
    }

    /** Some agencies bear codes that only the axis' list joins. */
    private boolean isSame(String said, String proved) {
        return canonical(said).equals(canonical(proved))
                || directory
                        .find(said)
                        .flatMap(agency ->
                                directory.find(proved).map(other -> other.code().equals(agency.code())))
                        .orElse(false);
    }

    /** The two forms of a code are one agency. */
    static String canonical(String agency) {
        return AgencyCode.isValid(agency) ? AgencyCode.of(agency).value() : agency;
    }

    private static String contentHash(OpenedDocument opened, ClaimCheck content) throws IOException {
        if (opened.files().isEmpty()) {
            return content.sha256();
        }
        MessageDigest digest = Sha256.digest();
        for (UnpackedFile file : opened.files()) {
            digest.update(String.valueOf(file.content().length()).getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = new DigestInputStream(file.content().open(), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
