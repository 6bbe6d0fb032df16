package vn.dancu.bus.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.GlyphTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;

/**
 * Where marks stand that Unicode has in no letter of its own, such as Ơ with a breve in names of the Ba Na: over the middle of the
 * letter and above what it has already. The fonts themselves place them for small letters without marks.
 */
final class MarkPlacer {

    private static final int THOUSAND = 1000;
    // In thousandths of the size of the text.
    private static final float GAP = 40;

    private final CmapLookup glyphs;
    private final TrueTypeFont font;
    private final GlyphTable outlines;
    private final float scale;

    MarkPlacer(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.outlines = font.getGlyph();
        this.scale = (float) THOUSAND / font.getUnitsPerEm();
    }

    /**
     * A piece of a text.
     *
     * @param shift how far to the right of the pen it begins, in thousandths of the size; the pen does not move with it
     * @param rise how far above the line, in thousandths of the size
     */
    record Piece(String text, float shift, float rise) {

        boolean isPlain() {
            return shift == 0 && rise == 0;
        }
    }

    static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** The text in pieces: one where it has no such mark. */
    List<Piece> pieces(String text) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        int begin = 0;
        float top = 0;
        for (int i = 1; i < text.length(); i++) {
            if (!isMark(text.charAt(i))) {
                continue;
            }
            if (i > begin) {
                pieces.add(new Piece(text.substring(begin, i), 0, 0));
                top = box(text.charAt(i - 1)).getUpperRightY();
            }
            Piece mark = mark(text.charAt(i), base(text, i), top);
            pieces.add(mark);
            top = box(text.charAt(i)).getUpperRightY() + mark.rise();
            begin = i + 1;
        }
        if (begin < text.length()) {
            pieces.add(new Piece(text.substring(begin), 0, 0));
        }
        return pieces;
    }

    private static char base(String text, int mark) {
        int at = mark - 1;
        while (at > 0 && isMark(text.charAt(at))) {
            at--;
        }
        return text.charAt(at);
    }

    private Piece mark(char mark, char base, float top) throws IOException {
        BoundingBox letter = box(base);
        BoundingBox sign = box(mark);
        float middle = (letter.getLowerLeftX() + letter.getUpperRightX()) / 2 - advance(base);
        float shift = middle - (sign.getLowerLeftX() + sign.getUpperRightX()) / 2;
        boolean isBelow = sign.getUpperRightY() <= 0;
        float rise = isBelow ? 0 : Math.max(0, top + GAP - sign.getLowerLeftY());
        return new Piece(String.valueOf(mark), shift, rise);
    }

    private float advance(char letter) throws IOException {
        return font.getAdvanceWidth(glyphs.getGlyphId(letter)) * scale;
    }

    private BoundingBox box(char letter) throws IOException {
        GlyphData outline = outlines.getGlyph(glyphs.getGlyphId(letter));
        BoundingBox box = outline == null ? new BoundingBox() : outline.getBoundingBox();
        return new BoundingBox(
                box.getLowerLeftX() * scale,
                box.getLowerLeftY() * scale,
                box.getUpperRightX() * scale,
                box.getUpperRightY() * scale);
    }
}
