package vn.dancu.bus.document.question;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In what an attachment asks. */
public enum QuestionFormat {
    /** One question as the element of the population service. */
    XML("application/xml"),
    /** One question as an object, or several as an array. */
    JSON("application/json"),
    /** A row for each person. */
    CSV("text/csv");

    private final String mediaType;

    QuestionFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Of the results. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file's name, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of an attachment by the ending of its name or, where that says nothing, by its type; empty for a file that asks
     * nothing, such as the letter.
     */
    public static Optional<QuestionFormat> of(@Nullable String name, @Nullable String contentType) {
        String end = name == null ? "" : name.toLowerCase(Locale.ROOT);
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        for (QuestionFormat format : values()) {
            if (end.endsWith("." + format.ending())) {
                return Optional.of(format);
            }
        }
        boolean named = end.lastIndexOf('.') >= 0;
        for (QuestionFormat format : values()) {
            if (!named && type.matches("(application|text)/([a-z.+-]*\\+)?" + format.ending() + "(;.*)?")) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
