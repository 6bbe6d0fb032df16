package vn.dancu.bus.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import vn.dancu.bus.kernel.ErrorCode;

/** What every error code says to people, in Vietnamese and in English. Thread-safe. */
public final class ErrorTexts {

    private final Map<ErrorCode, String> vietnamese;
    private final Map<ErrorCode, String> english;

    private ErrorTexts(Map<ErrorCode, String> vietnamese, Map<ErrorCode, String> english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Reads both languages from the class path; a code without a text stops the start. */
    public static ErrorTexts load() {
        return new ErrorTexts(read("messages_vi.properties"), read("messages_en.properties"));
    }

    public String vietnamese(ErrorCode code) {
        return Objects.requireNonNull(vietnamese.get(code));
    }

    public String english(ErrorCode code) {
        return Objects.requireNonNull(english.get(code));
    }

    private static Map<ErrorCode, String> read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = ErrorTexts.class.getResourceAsStream("/" + resource)) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<ErrorCode, String> texts = new EnumMap<>(ErrorCode.class);
        for (ErrorCode code : ErrorCode.values()) {
            String text = properties.getProperty(code.textKey());
            if (text == null || text.isBlank()) {
                throw new IllegalStateException(resource + " has no text for " + code.textKey());
            }
            texts.put(code, text);
        }
        return texts;
    }
}
