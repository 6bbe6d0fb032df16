package vn.dancu.bus.document.axis;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far the receiver of a message came. */
public enum AxisProgress {
    /** It is kept, and worked on. */
    PROCESSING("processing"),
    /** It was dealt with; the axis lists it no more. */
    DONE("done"),
    /** It could not be dealt with; the axis lists it no more. */
    FAIL("fail");

    private final String word;

    AxisProgress(String word) {
        this.word = word;
    }

    /** The axis' word. */
    public String word() {
        return word;
    }

    /** Whether the axis' word for the state of an item is a report of its receiver. */
    public static boolean isReported(@Nullable String status) {
        return status != null
                && Arrays.stream(values()).anyMatch(progress -> progress.word.equals(status.toLowerCase(Locale.ROOT)));
    }

    /** @throws IllegalArgumentException for another word than the axis has */
    public static AxisProgress of(String word) {
        for (AxisProgress progress : values()) {
            if (progress.word.equals(word)) {
                return progress;
            }
        }
        throw new IllegalArgumentException("must be processing, done or fail");
    }
}
