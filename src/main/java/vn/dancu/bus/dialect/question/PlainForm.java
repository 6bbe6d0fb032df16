package vn.dancu.bus.dialect.question;

import java.io.InputStream;
import java.util.function.Function;
import vn.dancu.bus.message.population.CitizenQuery;

/** A question as the contract writes it. */
record PlainForm(Function<CitizenQuery, byte[]> writer, Function<InputStream, CitizenQuery> reader)
        implements QuestionForm {

    @Override
    public byte[] write(CitizenQuery question, Function<String, String> values) {
        return writer.apply(question);
    }

    @Override
    public CitizenQuery read(InputStream body) {
        return reader.apply(body);
    }
}
