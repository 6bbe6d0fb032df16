package vn.dancu.bus.message.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.CitizenQuery;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Operation;
import vn.dancu.bus.message.question.Questions;
import vn.dancu.bus.message.wire.Documents;

/** Reads a question in JSON; a refusal names the property as it was sent. Thread-safe. */
final class QuestionReading {

    private final JsonFactory factory;
    private final Questions questions;
    private final MessageLimits limits;

    QuestionReading(JsonFactory factory, Questions questions, MessageLimits limits) {
        this.factory = factory;
        this.questions = questions;
        this.limits = limits;
    }

    CitizenQuery read(@Nullable Operation operation, InputStream document) {
        QuestionTree tree = new QuestionTree(operation);
        try (JsonParser parser = factory.createParser(Documents.open(document, limits.documentBytes()))) {
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

    private static Refusal named(Refusal refusal, QuestionTree tree) {
        String field = refusal.field();
        return field == null || field.equals("/")
                ? refusal
                : new Refusal(refusal.code(), tree.property(field), refusal.rule(), refusal.occurrence());
    }
}
