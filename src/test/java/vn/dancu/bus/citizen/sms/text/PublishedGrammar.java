package vn.dancu.bus.citizen.sms.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The grammar that comes with the bus. */
public final class PublishedGrammar {

    public static String text() {
        try {
            return new ClassPathResource("citizen/sms.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SmsGrammar read() {
        return SmsGrammarReader.read("sms.yaml", text());
    }

    private PublishedGrammar() {}
}
