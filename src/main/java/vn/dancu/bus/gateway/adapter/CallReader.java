package vn.dancu.bus.gateway.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.http.StrictJson;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.population.PopulationOperation;

/**
 * Takes the questions out of a call: the operations of the population service by their own names, and {@code DongBoHoSoMC},
 * which asks for each dossier whether there is such an applicant.
 */
final class CallReader {

    private static final int MAX_ENTRIES = 100;
    private static final String DOSSIERS = "DongBoHoSoMC";
    private static final String DATA = "data";
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9._\\-]{1,64}");

    /** Where an officer stands who is not named in the entry. */
    private static final String OFFICER = "X-Road-UserId";

    private final MessageFormat dossiers;

    CallReader(MessageContext messages) {
        this.dossiers = messages.json(Version.DVCQG_V1).ofRoot(DOSSIERS);
    }

    /**
     * The questions in the order of their entries.
     *
     * @param officer who asks, where the call's headers say so
     * @throws BusException {@code operation_unknown}, {@code field_missing}, {@code field_invalid}, {@code limit_reached} and
     *     what else a dossier may break of its schema
     */
    List<CallQuestion> questions(CallRequest call, @Nullable String officer) {
        if (call.service().equals(DOSSIERS)) {
            return applicants(call, officer);
        }
        PopulationOperation operation = PopulationOperation.byElement(call.service())
                .orElseThrow(() -> BusException.of(
                        ErrorCode.OPERATION_UNKNOWN,
                        "service",
                        DOSSIERS + ", or one of the eleven operations of the population service"));
        List<CallQuestion> questions = new ArrayList<>();
        for (JsonNode entry : entries(call)) {
            String place = place(questions.size());
            if (!(entry instanceof ObjectNode json)) {
                throw BusException.of(ErrorCode.FIELD_INVALID, place, "a JSON object");
            }
            questions.add(new CallQuestion(place, operation, completed(json, call, officer), Map.of(), null));
        }
        return questions;
    }

    private static List<JsonNode> entries(CallRequest call) {
        List<JsonNode> data = Objects.requireNonNullElse(call.data(), List.of());
        if (data.isEmpty()) {
            throw BusException.of(ErrorCode.FIELD_MISSING, DATA, "one entry for each question");
        }
        if (data.size() > MAX_ENTRIES) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, DATA, "at most " + MAX_ENTRIES + " entries in one call");
        }
        return data;
    }

    /** What an entry leaves to the call as a whole. */
    private static ObjectNode completed(ObjectNode entry, CallRequest call, @Nullable String officer) {
        ObjectNode question = entry.deepCopy();
        if (officer != null && !question.has("maCanBo")) {
            question.put("maCanBo", officer);
        }
        if (UNIT.matcher(call.madonvi()).matches() && !question.has("maDonVi")) {
            question.put("maDonVi", call.madonvi());
        }
        return question;
    }

    private List<CallQuestion> applicants(CallRequest call, @Nullable String officer) {
        List<CallQuestion> questions = new ArrayList<>();
        try (Message read =
                dossiers.read(new ByteArrayInputStream(StrictJson.MAPPER.writeValueAsBytes(document(call))))) {
            for (Node dossier : read.root().all(DATA)) {
                questions.add(applicant(dossier, place(questions.size()), call, officer));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree in memory cannot be written", e);
        } catch (BusException e) {
            throw inDots(e);
        }
        return questions;
    }

    /** The call as its schema has it. */
    private static ObjectNode document(CallRequest call) {
        ObjectNode document = StrictJson.MAPPER.createObjectNode();
        document.put("session", call.session());
        document.put("madonvi", call.madonvi());
        document.put("service", call.service());
        if (call.isUpdating() != null) {
            document.put("isUpdating", call.isUpdating());
        }
        document.putArray(DATA).addAll(entries(call));
        return document;
    }

    private static CallQuestion applicant(Node dossier, String place, CallRequest call, @Nullable String officer) {
        String file = dossier.value("MaHoSo");
        String number = dossier.value("MaDoiTuong");
        String name = dossier.value("ChuHoSo");
        ObjectNode question = null;
        if (number != null || name != null) {
            question = StrictJson.MAPPER
                    .createObjectNode()
                    .put("maYeuCau", UUID.randomUUID().toString());
            put(question, "maDVC", dossier.value("MaTTHC"));
            put(question, numberProperty(number), number);
            put(question, "hoVaTen", name);
            question = completed(question, call, officer);
        }
        Map<String, String> names = Map.of(
                "maDVC", place + ".MaTTHC",
                "maCanBo", OFFICER,
                "soDinhDanh", place + ".MaDoiTuong",
                "soCMND", place + ".MaDoiTuong",
                "hoVaTen", place + ".ChuHoSo");
        return new CallQuestion(place, PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN, question, names, file);
    }

    private static String numberProperty(@Nullable String number) {
        boolean old = number != null && PersonalId.isDigits(number, PersonalId.Kind.SO_CMND.length());
        return old ? "soCMND" : "soDinhDanh";
    }

    private static void put(ObjectNode question, String property, @Nullable String value) {
        if (value != null) {
            question.put(property, value);
        }
    }

    /** A place as everywhere else at this door. */
    private static BusException inDots(BusException e) {
        Refusal refusal = e.refusal();
        String field = refusal.field() == null || refusal.field().equals("/")
                ? DATA
                : refusal.field().replace('/', '.');
        return new BusException(new Refusal(refusal.code(), field, refusal.rule(), refusal.occurrence()), e);
    }

    private static String place(int index) {
        return DATA + "[" + index + "]";
    }
}
