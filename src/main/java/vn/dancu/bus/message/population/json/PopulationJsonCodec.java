package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.json.JsonFormat;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.AnswerLosses;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.tree.QuestionMapper;

/** {@link PopulationJson} over Jackson's streams. */
public final class PopulationJsonCodec implements PopulationJson {

    private final JsonFactory factory;
    private final QuestionJsonReader questionReading;
    private final AnswerJsonReader answerReading;
    private final QuestionMapper questions;
    private final ErrorTexts texts;

    public PopulationJsonCodec(QuestionMapper questions, ErrorTexts texts, MessageLimits limits) {
        this.factory = JsonFormat.factory(limits);
        this.questionReading = new QuestionJsonReader(factory, questions, limits);
        this.answerReading = new AnswerJsonReader(new ObjectMapper(factory), limits);
        this.questions = questions;
        this.texts = texts;
    }

    @Override
    public CitizenQuery readQuery(PopulationOperation operation, InputStream document) {
        return questionReading.read(operation, document);
    }

    @Override
    public CitizenQuery readQuery(InputStream document) {
        return questionReading.read(null, document);
    }

    @Override
    public byte[] writeQuery(CitizenQuery query) {
        return write(json -> QuestionJsonWriter.write(json, questions.write(query)));
    }

    @Override
    public Answer readAnswer(PopulationOperation operation, InputStream document) {
        return answerReading.read(operation, document);
    }

    @Override
    public List<String> losses(Answer answer) {
        Answer back = readAnswer(operationOf(answer), new ByteArrayInputStream(write(answer)));
        return AnswerLosses.between(answer, back);
    }

    // Any operation that is answered in this kind: the answer is read by its kind alone.
    private static PopulationOperation operationOf(Answer answer) {
        if (answer instanceof Answer.OfCitizen) {
            return PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN;
        }
        if (answer instanceof Answer.OfHousehold) {
            return PopulationOperation.CUNG_CAP_THONG_TIN_HO_GIA_DINH;
        }
        return answer instanceof Answer.OfExistence
                ? PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN
                : PopulationOperation.XAC_MINH_THONG_TIN_NHAN_THAN;
    }

    @Override
    public byte[] write(Answer answer) {
        return write(json -> AnswerJsonWriter.write(json, answer));
    }

    @Override
    public byte[] write(Refusal refusal) {
        return write(json -> RefusalJsonWriter.write(json, refusal, texts));
    }

    private byte[] write(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = factory.createGenerator(out)) {
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be written", e);
        }
        return out.toByteArray();
    }

    /** What is written. */
    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
