package vn.dancu.bus.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.dancu.bus.pdf.PdfPages.Style;

/** Texts in the letters of one font, broken between words. */
final class LineBreaker {

    private static final int THOUSAND = 1000;

    private final PDType0Font font;
    private final CmapLookup glyphs;
    private final IntFunction<String> missing;
    private boolean lacked;

    LineBreaker(PDType0Font font, CmapLookup glyphs, IntFunction<String> missing) {
        this.font = font;
        this.glyphs = glyphs;
        this.missing = missing;
    }

    /** Whether a text had a letter that the font has not. */
    boolean hasLacked() {
        return lacked;
    }

    /** The text in lines of at most that width; a word that is wider is cut. */
    List<String> of(String text, float width, Style style) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, style) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String rest = word;
            while (width(rest, style) > width) {
                int fits = fitting(rest, width, style);
                lines.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A letter keeps the marks that follow it. */
    private int fitting(String word, float width, Style style) {
        int fits = next(word, 0);
        while (fits < word.length() && width(word.substring(0, next(word, fits)), style) <= width) {
            fits = next(word, fits);
        }
        return fits;
    }

    private static int next(String word, int from) {
        int to = from + 1;
        while (to < word.length() && MarkPlacer.isMark(word.charAt(to))) {
            to++;
        }
        return to;
    }

    // What a stranger wrote may hold signs that the font has not; letters may come in parts.
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(point -> Character.isWhitespace(point) || Character.isISOControl(point) ? ' ' : point)
                .forEach(point -> {
                    boolean has = point <= Character.MAX_VALUE && glyphs.getGlyphId(point) != 0;
                    lacked |= !has;
                    printable.append(has ? String.valueOf((char) point) : missing.apply(point));
                });
        return printable.toString().strip().replaceAll(" +", " ");
    }

    /** How wide a text of the font's letters is, in points. */
    float width(String text, Style style) {
        try {
            return font.getStringWidth(text) / THOUSAND * style.size();
        } catch (IOException e) {
            throw new UncheckedIOException("The font is in memory", e);
        }
    }
}
