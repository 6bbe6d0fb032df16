package vn.dancu.bus.desk.console.overview;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param text key of its sentence
 * @param subject name of what it concerns; null when the sentence says it all
 * @param count how many, for a sentence that says so
 * @param stepVi name of the step in Vietnamese; null when it is none
 * @param stepEn the same in English
 * @param dueOn the last day; null when nothing presses
 * @param dueBy the last moment; null when nothing presses
 * @param page where it is done
 */
record Task(
        String text,
        @Nullable String subject,
        long count,
        @Nullable String stepVi,
        @Nullable String stepEn,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueBy,
        boolean overdue,
        String page) {

    /** Something that nothing presses. */
    static Task of(String text, String subject, String page) {
        return new Task(text, subject, 1, null, null, null, null, false, page);
    }

    /** Several things on one page. */
    static Task several(String text, long count, String page) {
        return new Task(text, null, count, null, null, null, null, false, page);
    }
}
