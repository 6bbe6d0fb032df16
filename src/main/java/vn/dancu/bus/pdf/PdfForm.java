package vn.dancu.bus.pdf;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a file is.
 *
 * @param title of the document
 * @param archive for a file of the archive; null for a plain one
 */
public record PdfForm(String title, @Nullable Archive archive) {

    /**
     * What the metadata of a file of the archive say besides.
     *
     * @param producer the program that writes it
     * @param made when
     */
    public record Archive(String producer, Instant made) {}

    /** Pages, a title, a language. A letter that the font has not is {@code ?}. */
    public static PdfForm plain(String title) {
        return new PdfForm(title, null);
    }

    /**
     * PDF/A-2a and PDF/UA-1: text with its structure, which a screen reader follows. A letter that the font has not is written by its number,
     * {@code [U+1F600]}: no other letter may stand in its place.
     */
    public static PdfForm archival(String title, String producer, Instant made) {
        return new PdfForm(title, new Archive(producer, made));
    }

    String missing(int point) {
        return archive == null ? "?" : String.format("[U+%04X]", point);
    }
}
