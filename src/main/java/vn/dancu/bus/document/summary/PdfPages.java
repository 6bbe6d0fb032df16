package vn.dancu.bus.document.summary;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final LineBreaker lines;
    private PDPageContentStream page;
    private float y;

    PdfPages(TrueTypeFont letters) throws IOException {
        // The id of a file is made of this number in place of the time: equal contents give equal bytes.
        document.setDocumentId(1L);
        document.getDocumentCatalog().setLanguage("vi-VN");
        font = PDType0Font.load(document, letters, true);
        lines = new LineBreaker(font, letters.getUnicodeCmapLookup());
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
        List<List<String>> texts = cells.stream()
                .map(cell -> lines.of(cell.text(), cell.width(), style))
                .toList();
        float height = texts.stream().mapToInt(List::size).max().orElse(1) * style.leading();
        ensure(height);
        for (int i = 0; i < cells.size(); i++) {
            float at = y;
            for (String line : texts.get(i)) {
                at -= style.leading();
                show(line, cells.get(i).x(), at, style);
            }
        }
        y -= height;
    }

    void centred(Style style, float x, float width, String text) {
        for (String line : lines.of(text, width, style)) {
            ensure(style.leading());
            y -= style.leading();
            show(line, x + (width - lines.width(line, style)) / 2, y, style);
        }
    }

    /** A row of a table with lines around its cells. */
    void tableRow(Style style, List<Cell> cells) {
        List<Cell> inner = cells.stream()
                .map(cell -> new Cell(cell.x() + PADDING, cell.width() - 2 * PADDING, cell.text()))
                .toList();
        float height = inner.stream()
                        .mapToInt(cell ->
                                lines.of(cell.text(), cell.width(), style).size())
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
            show(number, LEFT + WIDTH - lines.width(number, Style.SMALL), BOTTOM - 24, Style.SMALL);
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
