package vn.dancu.bus.audit.inspection;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.PersonalContent;
import vn.dancu.bus.audit.inspection.report.OperationalPeriod;
import vn.dancu.bus.audit.inspection.report.OperationalSink;
import vn.dancu.bus.audit.inspection.report.ReportPeriod;
import vn.dancu.bus.audit.inspection.report.ReportSink;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** Records each question as an act, durably, before it answers. */
final class RecordedInspection implements Inspection {

    private static final String BROKE_OFF = "audit.download_broke_off";

    /** The form of a person's number: 9 or 12 digits, with no digit before or after. */
    private final Acts acts;

    private final TransactionOperations transactions;
    private final JdbcEventSearch search;
    private final JdbcReport reports;
    private final JdbcOperationalRecords operational;
    private final PersonalContent content;
    private final SecretBox box;

    RecordedInspection(
            Acts acts,
            TransactionOperations transactions,
            JdbcEventSearch search,
            JdbcReport reports,
            JdbcOperationalRecords operational,
            PersonalContent content,
            SecretBox box) {
        this.acts = acts;
        this.transactions = transactions;
        this.search = search;
        this.reports = reports;
        this.operational = operational;
        this.content = content;
        this.box = box;
    }

    @Override
    public List<TrailEvent> search(Actor by, EventSearch wanted) {
        byte[] hash = personHash(wanted);
        record(new Act(by, "audit.searched", wanted.partner(), subject(wanted.event()), conditions(wanted), hash));
        return search.find(wanted, hash);
    }

    private byte @Nullable [] personHash(EventSearch wanted) {
        if (wanted.personHash() != null) {
            return HexFormat.of().parseHex(wanted.personHash());
        }
        return wanted.person() == null ? null : PersonHash.of(box, wanted.person());
    }

    @Override
    public EventDetail look(Actor by, UUID event, String reason) {
        String why = ActReason.checked("reason", reason);
        JdbcEventSearch.Stored stored =
                search.find(event).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        PartnerId partner = partner(stored.summary().partner());
        record(new Act(by, "audit.looked", partner, subject(event), Map.of("reason", why), stored.personHash()));
        return new EventDetail(stored.summary(), stored.event(), person(stored));
    }

    @Override
    public void report(Actor by, ReportPeriod period, ReportSink sink) {
        record(new Act(by, "audit.reported", period.partner(), null, detail(period)));
        reports.write(period, sink);
    }

    @Override
    public void operational(Actor by, OperationalPeriod period, OperationalSink sink) {
        record(new Act(by, "audit.exported", period.partner(), null, detail(period)));
        operational.write(period, sink);
    }

    @Override
    public void brokeOff(Actor by, ReportPeriod period) {
        record(new Act(by, BROKE_OFF, period.partner(), null, detail(period)));
    }

    @Override
    public void brokeOff(Actor by, OperationalPeriod period) {
        record(new Act(by, BROKE_OFF, period.partner(), null, detail(period)));
    }

    private static Map<String, String> detail(ReportPeriod period) {
        return Map.of("from", period.from().toString(), "to", period.to().toString());
    }

    private static Map<String, String> detail(OperationalPeriod period) {
        return Map.of("from", period.from().toString(), "until", period.until().toString());
    }

    private void record(Act act) {
        transactions.executeWithoutResult(status -> acts.record(act));
    }

    private @Nullable PersonalId person(JdbcEventSearch.Stored stored) {
        if (stored.personSealed() == null) {
            return null;
        }
        return number(content.open(stored.keyPeriod(), stored.personSealed()));
    }

    /** The number that a record keeps: its kind is known by its length. */
    static PersonalId number(String digits) {
        return digits.length() == PersonalId.Kind.SO_CMND.length()
                ? PersonalId.soCmnd(digits)
                : PersonalId.soDinhDanh(digits);
    }

    /** Without the person, whom the act holds only as a hash. */
    private static Map<String, String> conditions(EventSearch search) {
        Map<String, String> conditions = new LinkedHashMap<>();
        put(conditions, "officer", search.officer());
        put(conditions, "from", search.from());
        put(conditions, "until", search.until());
        put(conditions, "service", search.service());
        put(conditions, "result", search.result());
        put(conditions, "kinds", search.kinds().stream().sorted().toList());
        put(conditions, "after", search.after());
        return conditions;
    }

    private static void put(Map<String, String> conditions, String name, @Nullable Object value) {
        if (value != null) {
            conditions.put(name, value.toString());
        }
    }

    private static @Nullable String subject(@Nullable UUID event) {
        return event == null ? null : "event/" + event;
    }

    private static @Nullable PartnerId partner(@Nullable String partner) {
        return partner != null && PartnerId.isValid(partner) ? new PartnerId(partner) : null;
    }
}
