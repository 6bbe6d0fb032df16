package vn.dancu.bus.document.question;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationXml;

/**
 * How the results of one file of questions are written: {@link #head}, the items in the order of the questions, {@link #tail}. The
 * items of a file may be made by several threads and at several times. Thread-safe.
 */
public interface ResultFormat {

    byte[] head();

    byte[] tail();

    /** Why a question is not asked in this file, though by itself it could be; empty where it is. */
    default Optional<Refusal> objection(CitizenQuery query) {
        return Optional.empty();
    }

    /** A question of the list as it is asked for this file. */
    default CitizenQuery question(CitizenQuery listed) {
        return listed;
    }

    /** Puts an answer into the form in which {@link #item} takes it. */
    AnswerEncoder encoder();

    /** The result of one question that was asked. */
    byte[] item(ListedQuestion.Asked question, InquiryReply reply);

    /** The result of what is no question, or was not asked. */
    byte[] item(int number, @Nullable String requestId, Refusal refusal);

    /** The results of that file; its first question that can be read says which columns a list has. */
    static ResultFormat of(QuestionFile file, PopulationXml xml, PopulationJson json) {
        return switch (file.format()) {
            case XML -> new XmlResults(xml);
            case JSON -> new JsonResults(json);
            case CSV -> CsvResults.of(file, xml, json);
        };
    }
}
