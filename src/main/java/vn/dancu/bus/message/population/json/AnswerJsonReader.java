package vn.dancu.bus.message.population.json;

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
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.json.JsonFailures;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.message.wire.DocumentInput;

/** Reads an answer in JSON. Thread-safe. */
final class AnswerJsonReader {

    private final ObjectReader reader;
    private final MessageLimits limits;

    AnswerJsonReader(ObjectMapper mapper, MessageLimits limits) {
        this.reader = mapper.readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        this.limits = limits;
    }

    Answer read(PopulationOperation operation, InputStream document) {
        try {
            JsonNode root = reader.readTree(DocumentInput.open(document, limits.documentBytes()));
            ObjectProperties properties = new ObjectProperties(root);
            Answer answer = answer(operation, properties);
            properties.requireNoOther();
            return answer;
        } catch (JsonProcessingException e) {
            throw JsonFailures.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be read", e);
        } catch (IllegalArgumentException | DateTimeException e) {
            // A date that is in no calendar, a code that is in no list; the exception may repeat it.
            throw DocumentInput.refusal(ErrorCode.MESSAGE_INVALID, "an answer whose dates and codes are real");
        }
    }

    private static Answer answer(PopulationOperation operation, ObjectProperties answer) {
        String requestId = answer.requiredText("maYeuCau");
        ResultStatus status = ResultStatus.byCode(answer.requiredText("trangThai"));
        Instant dataTime = Instant.parse(answer.requiredText("thoiDiemDuLieu"));
        return switch (operation.kind()) {
            case CITIZEN -> new Answer.OfCitizen(requestId, status, dataTime, citizen(answer));
            case HOUSEHOLD ->
                new Answer.OfHousehold(requestId, status, dataTime, answer.record("hoGiaDinh", Household.FIELDS));
            case EXISTENCE -> new Answer.OfExistence(requestId, status, dataTime, answer.requiredBoolean("tonTai"));
            case CLAIMS ->
                new Answer.OfClaims(
                        requestId, status, dataTime, answer.requiredBoolean("tonTai"), answer.verdicts("trungKhop"));
        };
    }

    private static @Nullable Citizen citizen(ObjectProperties answer) {
        int count = answer.requiredCount("soCongDan");
        List<Citizen> citizens = answer.records("congDan", CitizenFields.CITIZEN);
        if (count != citizens.size()) {
            throw DocumentInput.refusal(ErrorCode.MESSAGE_INVALID, "soCongDan is the number of congDan");
        }
        return citizens.isEmpty() ? null : citizens.get(0);
    }
}
