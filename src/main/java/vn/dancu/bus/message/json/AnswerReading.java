package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Answer;
import vn.dancu.bus.message.Citizen;
import vn.dancu.bus.message.Household;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Operation;
import vn.dancu.bus.message.ResultStatus;
import vn.dancu.bus.message.wire.Documents;

/** Reads an answer in JSON. Thread-safe. */
final class AnswerReading {

    private final ObjectReader reader;
    private final MessageLimits limits;

    AnswerReading(ObjectMapper mapper, MessageLimits limits) {
        this.reader = mapper.readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        this.limits = limits;
    }

    Answer read(Operation operation, InputStream document) {
        try {
            JsonNode root = reader.readTree(Documents.open(document, limits.documentBytes()));
            return Properties.read(root, "", properties -> answer(operation, properties));
        } catch (JsonProcessingException e) {
            throw JsonFailures.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be read", e);
        } catch (IllegalArgumentException | DateTimeException e) {
            // A date that is in no calendar, a code that is in no list; the exception may repeat it.
            throw Documents.refusal(ErrorCode.MESSAGE_INVALID, "an answer whose dates and codes are real");
        }
    }

    private static Answer answer(Operation operation, Properties answer) {
        String requestId = answer.requiredText("maYeuCau");
        ResultStatus status = ResultStatus.byCode(answer.requiredText("trangThai"));
        Instant dataTime = Instant.parse(answer.requiredText("thoiDiemDuLieu"));
        return switch (operation.kind()) {
            case CITIZEN -> new Answer.OfCitizen(requestId, status, dataTime, citizen(answer));
            case HOUSEHOLD -> new Answer.OfHousehold(requestId, status, dataTime, household(answer));
            case EXISTENCE -> new Answer.OfExistence(requestId, status, dataTime, answer.requiredBoolean("tonTai"));
            case CLAIMS ->
                new Answer.OfClaims(requestId, status, dataTime, answer.requiredBoolean("tonTai"), agrees(answer));
        };
    }

    private static @Nullable Citizen citizen(Properties answer) {
        int count = answer.requiredCount("soCongDan");
        List<Citizen> citizens = answer.array("congDan", People::citizen);
        if (count != citizens.size()) {
            throw Documents.refusal(ErrorCode.MESSAGE_INVALID, "soCongDan is the number of congDan");
        }
        return citizens.isEmpty() ? null : citizens.get(0);
    }

    private static @Nullable Household household(Properties answer) {
        return answer.object("hoGiaDinh", People::household);
    }

    private static Map<FieldPath, Boolean> agrees(Properties answer) {
        Map<FieldPath, Boolean> agrees = new TreeMap<>();
        answer.object("trungKhop", fields -> {
            fields.names().forEach(name -> agrees.put(FieldPath.of(name), fields.requiredBoolean(name)));
            return agrees;
        });
        return agrees;
    }
}
