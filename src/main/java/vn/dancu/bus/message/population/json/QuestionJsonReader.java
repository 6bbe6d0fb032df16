package vn.dancu.bus.message.population.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.json.JsonFailures;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.population.tree.QuestionMapper;
import vn.dancu.bus.message.wire.DocumentInput;

/** Reads a question in JSON; a refusal names the property as it was sent. Thread-safe. */
final class QuestionJsonReader {

    private final JsonFactory factory;
    private final QuestionMapper questions;
    private final MessageLimits limits;

    QuestionJsonReader(JsonFactory factory, QuestionMapper questions, MessageLimits limits) {
        this.factory = factory;
        this.questions = questions;
        this.limits = limits;
    }

    CitizenQuery read(@Nullable PopulationOperation operation, InputStream document) {
        QuestionTreeReader tree = new QuestionTreeReader(operation);
        try (JsonParser parser = factory.createParser(DocumentInput.open(document, limits.documentBytes()))) {
            Node question = questions.inOrder(tree.read(parser));
            questions.grammar().check(question);
            return questions.read(question);
        } catch (JsonProcessingException e) {
            throw JsonFailures.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory cannot be read", e);
        } catch (BusException e) {
            throw new BusException(named(e.refusal(), tree));
        }
    }

    private static Refusal named(Refusal refusal, QuestionTreeReader tree) {
        String field = refusal.field();
        return field == null || field.equals("/")
                ? refusal
                : new Refusal(refusal.code(), tree.property(field), refusal.rule(), refusal.occurrence());
    }
}
