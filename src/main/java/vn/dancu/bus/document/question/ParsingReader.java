package vn.dancu.bus.document.question;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;

/** Reads each place of a file as a question. */
final class ParsingReader implements QuestionReader {

    private final RawQuestions raw;
    private final Function<InputStream, CitizenQuery> parser;
    private @Nullable Boolean hasNext;
    private int number;

    ParsingReader(RawQuestions raw, Function<InputStream, CitizenQuery> parser) {
        this.raw = raw;
        this.parser = parser;
    }

    @Override
    public boolean hasNext() {
        if (hasNext == null) {
            try {
                hasNext = raw.next();
            } catch (IOException e) {
                throw QuestionText.failure(e);
            }
        }
        return hasNext;
    }

    @Override
    public ListedQuestion next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        hasNext = null;
        number++;
        byte[] document = document();
        try {
            return new ListedQuestion.Asked(number, parser.apply(new ByteArrayInputStream(document)));
        } catch (BusException e) {
            return new ListedQuestion.Flawed(number, raw.requestId(), shown(e.refusal()));
        }
    }

    /** Goes past so many places without reading them as questions. */
    @Override
    public void skip(int count) {
        for (int i = 0; i < count && hasNext(); i++) {
            hasNext = null;
            number++;
        }
    }

    private byte[] document() {
        try {
            return raw.document();
        } catch (IOException e) {
            throw QuestionText.failure(e);
        }
    }

    private Refusal shown(Refusal refusal) {
        return refusal.field() == null
                ? refusal
                : new Refusal(refusal.code(), raw.shown(refusal.field()), refusal.rule(), refusal.occurrence());
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            throw QuestionText.failure(e);
        }
    }
}
