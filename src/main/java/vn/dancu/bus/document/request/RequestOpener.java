package vn.dancu.bus.document.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.LeasedDocument;
import vn.dancu.bus.document.question.QuestionFile;
import vn.dancu.bus.document.question.QuestionFormat;
import vn.dancu.bus.document.signature.DocumentSignatures;
import vn.dancu.bus.document.signature.SignatureReport;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedDocument;
import vn.dancu.bus.document.unpack.OpenedMessage.UnpackedFile;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.partner.Partner;

/** Finds out whether a document may be answered: who sent it, whether it is genuine, and what it asks. */
final class RequestOpener {

    static final String DOOR = "document";

    private static final int MAX_ISSUE = 256;

    private final SenderPartners partners;
    private final DocumentSignatures signatures;
    private final DocumentLedger ledger;
    private final DialectXml dialects;
    private final int maxPeople;

    RequestOpener(
            SenderPartners partners,
            DocumentSignatures signatures,
            DocumentLedger ledger,
            DialectXml dialects,
            int maxPeople) {
        this.partners = partners;
        this.signatures = signatures;
        this.ledger = ledger;
        this.dialects = dialects;
        this.maxPeople = maxPeople;
    }

    /**
     * @param bytes the document as it came
     * @throws BusException where it is refused
     */
    Request open(LeasedDocument leased, OpenedDocument opened, Content bytes) {
        Partner partner = partners.partner(leased.sender());
        SignatureReport signature = signatures.verify(bytes, partner.id());
        signature.refusal().ifPresent(refusal -> {
            throw new BusException(refusal);
        });
        if (signature instanceof SignatureReport.Signed signed) {
            ledger.signed(leased, signed.signer());
        }
        List<QuestionFile> files = files(leased, opened.files());
        int people = 0;
        for (QuestionFile file : files) {
            people += file.count(maxPeople - people);
        }
        return new Request(
                leased,
                opened.document(),
                partner,
                new Caller(partner, origin(leased, partner, people)),
                files,
                people,
                dialects.of(partner.dialect()));
    }

    /** How the contact came, for records of what is refused before there is a question. */
    InquiryOrigin origin(LeasedDocument leased) {
        return origin(leased, partners.find(leased.sender()).orElse(null), 1);
    }

    /** The size is divided among the people: each of them has a record. */
    private static InquiryOrigin origin(LeasedDocument leased, @Nullable Partner partner, int people) {
        return new InquiryOrigin(
                DOOR,
                partner == null ? null : partner.id(),
                null,
                leased.id().toString(),
                leased.receivedAt(),
                leased.content().length() / Math.max(1, people),
                null,
                new InquiryOrigin.Traits(issue(leased.documentId()), null, null, null, null, null, leased.replay()));
    }

    /** The case that the asker works on is the document with which it asks. */
    private static @Nullable String issue(@Nullable String documentId) {
        if (documentId == null) {
            return null;
        }
        String plain = documentId.replaceAll("\\p{Cntrl}", "");
        return plain.length() <= MAX_ISSUE ? plain : plain.substring(0, MAX_ISSUE);
    }

    private static List<QuestionFile> files(LeasedDocument leased, List<UnpackedFile> attached) {
        List<QuestionFile> files = new ArrayList<>();
        for (UnpackedFile file : attached) {
            Optional<QuestionFormat> format = QuestionFormat.of(file.name(), file.contentType());
            if (format.isPresent()) {
                String name = file.name() == null ? file.contentId() : file.name();
                String prefix = leased.id() + "-" + (files.isEmpty() ? "" : files.size() + 1 + "-");
                files.add(new QuestionFile(format.get(), name, file.content(), prefix));
            }
        }
        if (files.isEmpty()) {
            throw BusException.of(
                    ErrorCode.FIELD_MISSING,
                    "AttachmentEncoded/Attachment",
                    "a file that asks: .xml, .json or .csv, as PR-DOCUMENT has them");
        }
        return files;
    }
}
