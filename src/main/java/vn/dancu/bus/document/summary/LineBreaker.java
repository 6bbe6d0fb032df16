package vn.dancu.bus.document.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.dancu.bus.document.summary.PdfPages.Style;

/** Texts in the letters of one font, broken between words. */
final class LineBreaker {

    private static final int THOUSAND = 1000;
    private static final char MISSING = '?';

    private final PDType0Font font;
    private final CmapLookup glyphs;

    LineBreaker(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
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

    private int fitting(String word, float width, Style style) {
        int fits = 1;
        while (fits < word.length() && width(word.substring(0, fits + 1), style) <= width) {
            fits++;
        }
        return fits;
    }

    // What a stranger wrote may hold signs that the font has not; letters may come in parts.
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(point -> Character.isWhitespace(point) || Character.isISOControl(point) ? ' ' : point)
                .forEach(point -> {
                    boolean has = point <= Character.MAX_VALUE && glyphs.getGlyphId(point) != 0;
                    printable.append(has ? (char) point : MISSING);
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
