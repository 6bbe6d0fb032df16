package vn.dancu.bus.partner.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** The texts of notices in one language. */
final class NoticeTexts {

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Properties texts;
    private final DateTimeFormatter moments;

    private NoticeTexts(Properties texts, DateTimeFormatter moments) {
        this.texts = texts;
        this.moments = moments;
    }

    static NoticeTexts vietnamese() {
        return new NoticeTexts(
                load("notices_vi.properties"), DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT));
    }

    static NoticeTexts english() {
        return new NoticeTexts(
                load("notices_en.properties"),
                DateTimeFormatter.ofPattern("HH:mm 'on' yyyy-MM-dd '(UTC+7)'", Locale.ROOT));
    }

    /** Values that are instants are written as people of the language write them; one that is missing as a dash. */
    Notice.Text text(NoticeKind kind, Map<String, String> values) {
        return new Notice.Text(filled(kind.code() + ".subject", values), filled(kind.code() + ".body", values));
    }

    private String filled(String key, Map<String, String> values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("There is no text of a notice under " + key);
        }
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(written(values.getOrDefault(name.group(1), "–"))));
    }

    private String written(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z")
                ? moments.format(Instant.parse(value).atZone(WorkingDays.ZONE))
                : value;
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (InputStream in = NoticeTexts.class.getResourceAsStream("/notices/" + name)) {
            if (in == null) {
                throw new IllegalStateException("notices/" + name + " is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
