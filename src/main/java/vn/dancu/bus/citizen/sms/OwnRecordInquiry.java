package vn.dancu.bus.citizen.sms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.sms.text.OwnRecordWriter;
import vn.dancu.bus.citizen.sms.text.SmsAnswerWriter;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.ledger.DoorLedger;
import vn.dancu.bus.ledger.LedgerEntry;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.sms.InboundText;

/** Asks for a citizen's own record as every door asks, as the system that the setting names. */
final class OwnRecordInquiry {

    private static final String DOOR = "sms";
    private static final Purpose PURPOSE = new Purpose("tra-cuu-ban-than");

    /** Stands for the officer: nobody but the citizen works on the question. */
    private static final String OFFICER = "cong-dan";

    private final Inquiries inquiries;
    private final Partners partners;
    private final DoorLedger ledger;
    private final PartnerId asker;
    private final OwnRecordWriter records;
    private final SmsAnswerWriter answers;

    OwnRecordInquiry(
            Inquiries inquiries,
            Partners partners,
            DoorLedger ledger,
            PartnerId asker,
            OwnRecordWriter records,
            SmsAnswerWriter answers) {
        this.inquiries = inquiries;
        this.partners = partners;
        this.ledger = ledger;
        this.asker = asker;
        this.records = records;
        this.answers = answers;
    }

    /**
     * The record as a text; empty when it was refused, or nothing was found.
     *
     * @param room how many characters fit
     * @throws vn.dancu.bus.inquiry.InquiryFault when the bus cannot answer now
     */
    Optional<String> ask(InboundText text, VerifiedCitizen citizen, int room) {
        LedgerEntry entry = ledger.took(DOOR);
        LedgerEntry.End end = LedgerEntry.End.RETURNED;
        try {
            InquiryReply reply = inquiries.resume(
                    new Caller(partners.find(asker).orElse(null), null, origin(text, entry)),
                    query(text, citizen),
                    (answer, released) -> written(answer, room).getBytes(StandardCharsets.UTF_8));
            end = reply instanceof InquiryReply.Answered ? LedgerEntry.End.ANSWERED : LedgerEntry.End.REFUSED;
            return reply instanceof InquiryReply.Answered answered && answered.body().length > 0
                    ? Optional.of(new String(answered.body(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } finally {
            entry.end(end, asker);
        }
    }

    private String written(Answer answer, int room) {
        List<String> lines =
                answer instanceof Answer.OfCitizen of && of.citizen() != null ? records.write(of.citizen()) : List.of();
        return lines.isEmpty() ? "" : answers.record(lines, room);
    }

    private InquiryOrigin origin(InboundText text, LedgerEntry entry) {
        return new InquiryOrigin(
                DOOR,
                asker,
                null,
                text.id().toString(),
                entry.takenAt(),
                text.text().getBytes(StandardCharsets.UTF_8).length,
                onceKey(text),
                InquiryOrigin.Traits.NONE);
    }

    /** A text that is handled again, since an instance died before its answer was durable, releases once. */
    private static byte[] onceKey(InboundText text) {
        return ("text/" + text.id()).getBytes(StandardCharsets.US_ASCII);
    }

    private CitizenQuery query(InboundText text, VerifiedCitizen citizen) {
        return new CitizenQuery(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                text.id().toString(),
                null,
                OFFICER,
                null,
                PURPOSE,
                citizen.number(),
                citizen.name(),
                citizen.birthDate(),
                CitizenQuery.NO_CLAIMS,
                records.fields());
    }
}
