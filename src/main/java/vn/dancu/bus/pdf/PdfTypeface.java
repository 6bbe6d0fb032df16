package vn.dancu.bus.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A TrueType font from which pages are written. Thread-safe; each page that is being written has a reading of its own. */
public final class PdfTypeface {

    private static final String LIBERATION_SANS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    // Reading the font takes longer than writing a page; a font that was read serves one page at a time.
    private final Queue<TrueTypeFont> fonts = new ConcurrentLinkedQueue<>();

    private PdfTypeface() {}

    /** The font that comes with PDFBox: every letter of Vietnamese, and the Latin letters of other languages. */
    public static PdfTypeface liberationSans() {
        return new PdfTypeface();
    }

    /** Begins a file. Whoever begins one closes it. */
    public PdfPages begin(PdfForm form) {
        TrueTypeFont known = fonts.poll();
        TrueTypeFont font = known == null ? read() : known;
        try {
            return new PdfPages(form, font, () -> fonts.add(font));
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory is begun", e);
        }
    }

    private static TrueTypeFont read() {
        try (InputStream in = PDDocument.class.getResourceAsStream(LIBERATION_SANS)) {
            if (in == null) {
                throw new IllegalStateException("PDFBox comes with its font");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            // Ligatures: no text here needs one, and looking for them takes most of the time of a page.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("A font of the class path is read", e);
        }
    }
}
