package vn.dancu.bus.document.question;

import java.io.IOException;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationXml;

/**
 * An attachment that asks.
 *
 * <pre>{@code
 * QuestionFile file = new QuestionFile(format, name, content, idPrefix);
 * int people = file.count(100_000);
 * try (QuestionReader questions = file.open(xml, json)) {
 *     questions.forEachRemaining(question -> ask(question));
 * }
 * }</pre>
 *
 * @param name as its sender wrote it: for people, never a path
 * @param idPrefix begins the MaYeuCau of rows that have none; their number follows
 */
public record QuestionFile(QuestionFormat format, String name, Content content, String idPrefix) {

    /**
     * How many places the file has, read to its end.
     *
     * @throws BusException where the file cannot be read, or has more than that many places or none
     */
    public int count(int most) {
        int count = 0;
        try (RawQuestions raw = raw()) {
            while (raw.next()) {
                if (++count > most) {
                    throw BusException.of(
                            ErrorCode.ELEMENT_LIMIT_EXCEEDED,
                            "Attachment",
                            "at most " + most + " people in one document");
                }
            }
        } catch (IOException e) {
            throw QuestionText.failure(e);
        }
        if (count == 0) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "Attachment", "a file that asks has at least one question");
        }
        return count;
    }

    /** Reads the questions. */
    public QuestionReader open(PopulationXml xml, PopulationJson json) {
        try {
            return new ParsingReader(raw(), format == QuestionFormat.XML ? xml::readQuery : json::readQuery);
        } catch (IOException e) {
            throw QuestionText.failure(e);
        }
    }

    private RawQuestions raw() throws IOException {
        return switch (format) {
            case XML -> new RawXmlQuestion(content);
            case JSON -> new RawJsonQuestions(QuestionText.open(content.open()));
            case CSV -> new RawCsvQuestions(QuestionText.open(content.open()), idPrefix);
        };
    }

    @Override
    public String toString() {
        return "QuestionFile[" + format + ", masked]";
    }
}
