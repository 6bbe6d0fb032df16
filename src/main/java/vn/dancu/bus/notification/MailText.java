package vn.dancu.bus.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file of {@code notices/}: its first line is a subject, what follows a body; names in braces stand for values. */
record MailText(String subject, String body) {

    static MailText read(String file) {
        try (InputStream in = MailText.class.getResourceAsStream("/notices/" + file)) {
            if (in == null) {
                throw new IllegalStateException("notices/" + file + " is missing");
            }
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            return new MailText(parts[0].strip(), parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String subject(Map<String, String> values) {
        return filled(subject, values);
    }

    String body(Map<String, String> values) {
        return filled(body, values);
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
