package vn.dancu.bus.document.summary;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Lines and rows of a table on A4 pages, from the top down, with a new page where one is full. Not thread-safe. */
final class PdfPages implements Closeable {

    static final float LEFT = 62;
    static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - 45;
    private static final float TOP = PDRectangle.A4.getHeight() - 54;
    private static final float BOTTOM = 58;
    private static final float LEADING = 1.35f;
    private static final float PADDING = 4;
    // The font has no bold letters: the outline is drawn too.
    private static final float BOLD_OUTLINE = 0.035f;
    private static final int THOUSAND = 1000;
    private static final char MISSING = '?';

    private final PDDocument document = new PDDocument();
    private final CmapLookup glyphs;
    private final PDType0Font font;
    private PDPageContentStream page;
    private float y;

    PdfPages(TrueTypeFont letters) throws IOException {
        // The id of a file is made of this number in place of the time: equal contents give equal bytes.
        document.setDocumentId(1L);
        document.getDocumentCatalog().setLanguage("vi-VN");
        glyphs = letters.getUnicodeCmapLookup();
        font = PDType0Font.load(document, letters, true);
        page = begin();
    }

    /** How a text looks. */
    record Style(float size, boolean bold) {

        static final Style PLAIN = new Style(10.5f, false);
        static final Style BOLD = new Style(10.5f, true);
        static final Style SMALL = new Style(9, false);
        static final Style SMALL_BOLD = new Style(9, true);
        static final Style TITLE = new Style(14, true);

        float leading() {
            return size * LEADING;
        }
    }

    /** A text in a column that begins there and is so wide. */
    record Cell(float x, float width, String text) {}

    void title(String title) {
        document.getDocumentInformation().setTitle(title);
    }

    void space(float points) {
        y -= points;
    }

    /** Texts side by side, each broken within its column; they stay together on one page. */
    void row(Style style, List<Cell> cells) {
        List<List<String>> lines =
                cells.stream().map(cell -> lines(cell.text(), cell.width(), style)).toList();
        float height = lines.stream().mapToInt(List::size).max().orElse(1) * style.leading();
        ensure(height);
        for (int i = 0; i < cells.size(); i++) {
            float at = y;
            for (String line : lines.get(i)) {
                at -= style.leading();
                show(line, cells.get(i).x(), at, style);
            }
        }
        y -= height;
    }

    void centred(Style style, float x, float width, String text) {
        for (String line : lines(text, width, style)) {
            ensure(style.leading());
            y -= style.leading();
            show(line, x + (width - width(line, style)) / 2, y, style);
        }
    }

    /** A row of a table with lines around its cells. */
    void tableRow(Style style, List<Cell> cells) {
        List<Cell> inner = cells.stream()
                .map(cell -> new Cell(cell.x() + PADDING, cell.width() - 2 * PADDING, cell.text()))
                .toList();
        float height = inner.stream()
                        .mapToInt(cell -> lines(cell.text(), cell.width(), style).size())
                        .max()
                        .orElse(1)
                * style.leading();
        ensure(height + PADDING);
        float top = y;
        row(style, inner);
        y -= PADDING;
        for (Cell cell : cells) {
            box(cell.x(), y, cell.width(), top - y);
        }
    }

    /** Whether a row of that height begins a new page. */
    boolean isFull(Style style) {
        return y - style.leading() - 2 * PADDING < BOTTOM;
    }

    void line(float x, float width) {
        draw(stream -> {
            stream.setLineWidth(0.6f);
            stream.moveTo(x, y - 5);
            stream.lineTo(x + width, y - 5);
            stream.stroke();
        });
        y -= 8;
    }

    float height() {
        return y;
    }

    void returnTo(float height) {
        y = height;
    }

    void newPage() {
        draw(PDPageContentStream::close);
        page = begin();
    }

    /** The file, with the number of each page at its foot. */
    byte[] done(String foot) throws IOException {
        page.close();
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            PDPage each = document.getPage(i);
            page = new PDPageContentStream(document, each, PDPageContentStream.AppendMode.APPEND, true);
            String number = "Trang " + (i + 1) + "/" + count;
            show(foot, LEFT, BOTTOM - 24, Style.SMALL);
            show(number, LEFT + WIDTH - width(number, Style.SMALL), BOTTOM - 24, Style.SMALL);
            page.close();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            page.close();
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory is closed", e);
        }
    }

    private PDPageContentStream begin() {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        y = TOP;
        try {
            return new PDPageContentStream(document, next);
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory takes a page", e);
        }
    }

    private void ensure(float height) {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    private void show(String text, float x, float at, Style style) {
        draw(stream -> {
            stream.beginText();
            stream.setFont(font, style.size());
            stream.setLineWidth(style.size() * BOLD_OUTLINE);
            stream.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            stream.newLineAtOffset(x, at);
            stream.showText(text);
            stream.endText();
        });
    }

    private void box(float x, float bottom, float width, float height) {
        draw(stream -> {
            stream.setLineWidth(0.5f);
            stream.addRect(x, bottom, width, height);
            stream.stroke();
        });
    }

    private List<String> lines(String text, float width, Style style) {
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

    private float width(String text, Style style) {
        try {
            return font.getStringWidth(text) / THOUSAND * style.size();
        } catch (IOException e) {
            throw new UncheckedIOException("The font is in memory", e);
        }
    }

    private interface Drawing {
        void on(PDPageContentStream stream) throws IOException;
    }

    private void draw(Drawing drawing) {
        try {
            drawing.on(page);
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory takes what is drawn", e);
        }
    }
}
