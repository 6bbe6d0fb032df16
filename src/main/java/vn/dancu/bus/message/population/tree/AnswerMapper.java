package vn.dancu.bus.message.population.tree;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.wire.DocumentInput;

/**
 * Answers in one shape. What a shape without attributes does not carry is read as an empty request id, the epoch, and the
 * status that follows from the content. Thread-safe.
 */
public final class AnswerMapper {

    private static final String COLLECTION = "CongdanCollection";
    private static final String HOUSEHOLD = "HoGiaDinh";
    private static final String CLAIMS = "KetQuaXacMinh";
    private static final int SECONDS_COLON = 6;
    private static final String VIETNAM = "+07:00";
    private static final Household NOTHING = new Household(null, null, null, List.of());

    private final CitizenShape shape;
    private final RecordTreeWriter records;

    public AnswerMapper(CitizenShape shape) {
        this.shape = shape;
        this.records = new RecordTreeWriter(shape);
    }

    /** The element CongDan of that citizen. */
    public Node element(Citizen citizen) {
        return records.citizen(citizen);
    }

    /** The citizen of an element CongDan. */
    public Citizen citizen(Node element) {
        return guarded(() -> RecordTreeReader.citizen(element));
    }

    /** The document of an answer. */
    public Node element(Answer answer) {
        if (answer instanceof Answer.OfCitizen found) {
            return collection(found);
        }
        if (answer instanceof Answer.OfHousehold found) {
            return stamped(answer, household(found.household()), null);
        }
        if (answer instanceof Answer.OfExistence found) {
            return stamped(
                    answer,
                    Elements.of(shape.existence().element())
                            .add("TonTai", String.valueOf(found.exists()))
                            .done(),
                    null);
        }
        return stamped(answer, claims((Answer.OfClaims) answer), null);
    }

    /** The element Loi of a refusal. */
    public static Node element(Refusal refusal, ErrorTexts texts) {
        return Elements.of("Loi")
                .add("Ma", refusal.code().code())
                .add("ThongDiep", texts.vietnamese(refusal.code()))
                .add("ThongDiepTiengAnh", texts.english(refusal.code()))
                .add("Truong", refusal.field())
                .add("QuyTac", refusal.rule())
                .add("MaSuCo", refusal.occurrence().toString())
                .done();
    }

    /** The answer of a checked document; null where it is none. */
    public @Nullable Answer answer(Node document) {
        return guarded(() -> switch (document.name()) {
            case COLLECTION -> ofCitizen(document);
            case HOUSEHOLD -> ofHousehold(document);
            case "KetQuaXacThucResponse", "KetQuaXacThuc" -> ofExistence(document);
            case CLAIMS -> ofClaims(document);
            default -> null;
        });
    }

    private static <T extends @Nullable Object> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            // A date that is in no calendar, a code that is in no list; the exception may repeat it.
            throw DocumentInput.refusal(ErrorCode.MESSAGE_INVALID, "an answer whose dates and codes are real");
        }
    }

    private Node collection(Answer.OfCitizen answer) {
        String count = answer.citizen() == null ? "0" : "1";
        Elements collection = Elements.of(COLLECTION);
        collection.add("SoLuongCongDan", shape.attributes() ? null : count);
        if (answer.citizen() != null) {
            collection.add(records.citizen(answer.citizen()));
        }
        return stamped(answer, collection.done(), count);
    }

    private Node household(@Nullable Household household) {
        return household == null ? Elements.of(HOUSEHOLD).done() : records.household(HOUSEHOLD, household);
    }

    private static Node claims(Answer.OfClaims answer) {
        Elements element = Elements.of(CLAIMS).add("TonTai", String.valueOf(answer.exists()));
        answer.agrees()
                .forEach((field, agrees) -> element.add(Elements.of("KetQua")
                        .add("Truong", field.value())
                        .add("TrungKhop", String.valueOf(agrees))
                        .done()));
        return element.done();
    }

    private Node stamped(Answer answer, Node document, @Nullable String count) {
        if (!shape.attributes()) {
            return document;
        }
        List<Attribute> attributes = new ArrayList<>(4);
        attributes.add(new Attribute("", "GhiChu", answer.status().code()));
        attributes.add(new Attribute("", "ThoiDiemDuLieu", answer.dataTime().toString()));
        if (count != null) {
            attributes.add(new Attribute("", "SoCongDan", count));
        }
        attributes.add(new Attribute("", "id", answer.requestId()));
        return document.with(attributes);
    }

    private static Answer ofCitizen(Node document) {
        List<Node> found = document.all("CongDan");
        if (found.size() > 1) {
            throw DocumentInput.refusal(ErrorCode.MESSAGE_INVALID, "an answer with one CongDan at most");
        }
        Citizen citizen = found.isEmpty() ? null : RecordTreeReader.citizen(found.get(0));
        String note = document.attribute("GhiChu");
        return new Answer.OfCitizen(
                id(document),
                note == null ? ResultStatusReader.of(citizen) : ResultStatusReader.of(note, citizen != null),
                moment(document),
                citizen);
    }

    private static Answer ofHousehold(Node document) {
        Household household = RecordTreeReader.record(document, Household.FIELDS);
        boolean empty = household.equals(NOTHING);
        return new Answer.OfHousehold(
                id(document),
                ResultStatusReader.of(document.attribute("GhiChu"), !empty),
                moment(document),
                empty ? null : household);
    }

    private static Answer ofExistence(Node document) {
        boolean exists = isTrue(document.value("TonTai"));
        return new Answer.OfExistence(
                id(document), ResultStatusReader.of(document.attribute("GhiChu"), exists), moment(document), exists);
    }

    private static Answer ofClaims(Node document) {
        Map<FieldPath, Boolean> agrees = new TreeMap<>();
        for (Node result : document.all("KetQua")) {
            agrees.put(FieldPath.of(String.valueOf(result.value("Truong"))), isTrue(result.value("TrungKhop")));
        }
        boolean exists = isTrue(document.value("TonTai"));
        return new Answer.OfClaims(
                id(document),
                ResultStatusReader.of(document.attribute("GhiChu"), exists),
                moment(document),
                exists,
                agrees);
    }

    private static boolean isTrue(@Nullable String text) {
        return "true".equals(text) || "1".equals(text);
    }

    private static String id(Node document) {
        String id = document.attribute("id");
        return id == null ? "" : id;
    }

    // Vietnam's time where the document names no zone.
    private static Instant moment(Node document) {
        String moment = document.attribute("ThoiDiemDuLieu");
        if (moment == null) {
            return Instant.EPOCH;
        }
        boolean zoned = moment.endsWith("Z") || moment.lastIndexOf(':') > moment.indexOf('T') + SECONDS_COLON;
        return OffsetDateTime.parse(zoned ? moment : moment + VIETNAM).toInstant();
    }
}
