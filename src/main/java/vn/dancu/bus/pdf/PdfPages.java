package vn.dancu.bus.pdf;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.pdf.PdfForm.Archive;

/** Lines and rows of a table on A4 pages, from the top down, with a new page where one is full. Not thread-safe. */
public final class PdfPages implements Closeable {

    /** Where texts begin, in points from the left. */
    public static final float LEFT = 62;
    /** How wide texts are, in points. */
    public static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - 45;

    private static final float TOP = PDRectangle.A4.getHeight() - 54;
    private static final float BOTTOM = 58;
    private static final float LEADING = 1.35f;
    private static final float PADDING = 4;
    private static final float PDF_VERSION = 1.7f;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final PDDocument document = new PDDocument();
    private final Runnable released;
    private final @Nullable StructureTree tree;
    private final LineBreaker lines;
    private final PageDrawing drawing;
    private float y = TOP;
    private @Nullable Heading heading;

    private record Heading(Style style, List<Cell> cells, List<List<String>> texts) {

        float height() {
            return PdfPages.height(texts, style) + PADDING;
        }
    }

    /** @param released run when the font is free again; not run after a failure, which may have left it half read */
    PdfPages(PdfForm form, TrueTypeFont letters, Runnable released) throws IOException {
        this.released = released;
        // The id of a file is made of this number in place of the time: equal contents give equal bytes.
        document.setDocumentId(1L);
        document.getDocumentCatalog().setLanguage("vi-VN");
        document.getDocumentInformation().setTitle(form.title());
        tree = archive(form);
        PDType0Font font = PDType0Font.load(document, letters, true);
        lines = new LineBreaker(font, letters.getUnicodeCmapLookup(), form::missing);
        drawing = new PageDrawing(document, font, new MarkPlacer(letters), tree);
    }

    private @Nullable StructureTree archive(PdfForm form) throws IOException {
        Archive archive = form.archive();
        if (archive == null) {
            return null;
        }
        document.setVersion(PDF_VERSION);
        document.getDocumentInformation().setProducer(archive.producer());
        document.getDocumentInformation().getCOSObject().setString(COSName.CREATION_DATE, DATE.format(archive.made()));
        PDViewerPreferences view =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        view.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(view);
        ArchivalMetadata.add(document, form.title(), archive.producer(), archive.made());
        return new StructureTree(document);
    }

    /** How a text looks. */
    public record Style(float size, boolean bold) {

        public static final Style PLAIN = new Style(10.5f, false);
        public static final Style BOLD = new Style(10.5f, true);
        public static final Style SMALL = new Style(9, false);
        public static final Style SMALL_BOLD = new Style(9, true);
        public static final Style TITLE = new Style(14, true);

        float leading() {
            return size * LEADING;
        }
    }

    /** A text in a column that begins there and is so wide. */
    public record Cell(float x, float width, String text) {}

    /** Leaves so much free. */
    public void space(float points) {
        y -= points;
    }

    /** Texts side by side, each broken within its column; they stay together on one page. */
    public void row(Style style, List<Cell> cells) {
        List<List<String>> texts = broken(style, cells);
        ensure(height(texts, style));
        rows(style, cells, texts, "P");
    }

    /** A text whose lines each stand in the middle of a column; of the size of a title it is the heading of the document. */
    public void centred(Style style, float x, float width, String text) {
        drawing.begin(style.equals(Style.TITLE) ? "H1" : "P");
        for (String line : lines.of(text, width, style)) {
            ensure(style.leading());
            y -= style.leading();
            drawing.text(line, x + (width - lines.width(line, style)) / 2, y, style);
        }
        drawing.end();
    }

    /** Rows that follow are of one table, until {@link #endTable}. */
    public void beginTable() {
        drawing.begin("Table");
    }

    public void endTable() {
        drawing.end();
        heading = null;
    }

    /** The row of a table that says what its columns are; it stands again on each page on which the table goes on. */
    public void headingRow(Style style, List<Cell> cells) {
        heading = null;
        tableRow(style, cells, "TH");
        heading = new Heading(style, cells, broken(style, inner(cells)));
    }

    /** A row of a table with lines around its cells. One that is higher than a page goes on on the next. */
    public void tableRow(Style style, List<Cell> cells) {
        tableRow(style, cells, "TD");
    }

    private void tableRow(Style style, List<Cell> cells, String type) {
        List<List<String>> rest = broken(style, inner(cells));
        float room = TOP - BOTTOM - (heading == null ? 0 : heading.height());
        while (height(rest, style) + PADDING > room) {
            int fits = (int) ((room - PADDING) / style.leading());
            tableRow(style, cells, part(rest, 0, fits), type);
            rest = part(rest, fits, Integer.MAX_VALUE);
        }
        tableRow(style, cells, rest, type);
    }

    private static List<Cell> inner(List<Cell> cells) {
        return cells.stream()
                .map(cell -> new Cell(cell.x() + PADDING, cell.width() - 2 * PADDING, cell.text()))
                .toList();
    }

    /** Not part of the structure: a reader hears the heading of a column once. */
    private void repeatHeading(Heading of) {
        float top = y;
        List<Cell> inner = inner(of.cells());
        for (int i = 0; i < inner.size(); i++) {
            float at = y;
            for (String line : of.texts().get(i)) {
                at -= of.style().leading();
                drawing.pageText(line, inner.get(i).x(), at, of.style());
            }
        }
        y -= of.height();
        boxes(of.cells(), top);
    }

    private static List<List<String>> part(List<List<String>> texts, int from, int to) {
        return texts.stream()
                .map(lines -> lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())))
                .toList();
    }

    private void tableRow(Style style, List<Cell> cells, List<List<String>> texts, String type) {
        if (y - height(texts, style) - PADDING < BOTTOM) {
            newPage();
            if (heading != null) {
                repeatHeading(heading);
            }
        }
        float top = y;
        drawing.begin("TR");
        rows(style, inner(cells), texts, type);
        drawing.end();
        y -= PADDING;
        boxes(cells, top);
    }

    private void boxes(List<Cell> cells, float top) {
        for (Cell cell : cells) {
            drawing.box(cell.x(), y, cell.width(), top - y);
        }
    }

    private void rows(Style style, List<Cell> cells, List<List<String>> texts, String type) {
        for (int i = 0; i < cells.size(); i++) {
            float at = y;
            drawing.begin(type);
            for (String line : texts.get(i)) {
                at -= style.leading();
                drawing.text(line, cells.get(i).x(), at, style);
            }
            drawing.end();
        }
        y -= height(texts, style);
    }

    private List<List<String>> broken(Style style, List<Cell> cells) {
        return cells.stream()
                .map(cell -> lines.of(cell.text(), cell.width(), style))
                .toList();
    }

    private static float height(List<List<String>> texts, Style style) {
        return texts.stream().mapToInt(List::size).max().orElse(1) * style.leading();
    }

    /** A line across, under what was written last. */
    public void line(float x, float width) {
        drawing.line(x, y - 5, width);
        y -= 8;
    }

    /** Where the next text comes, in points from below. */
    public float height() {
        return y;
    }

    public void returnTo(float height) {
        y = height;
    }

    private void newPage() {
        drawing.newPage();
        y = TOP;
    }

    /** Whether a text so far had a letter that the font has not. */
    public boolean hasLackedLetters() {
        return lines.hasLacked();
    }

    /** The file, with that text and the number of each page at its foot. Nothing can be written after it. */
    public byte[] done(String foot) {
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            drawing.reopen(i);
            String number = "Trang " + (i + 1) + "/" + count;
            drawing.pageText(foot, LEFT, BOTTOM - 24, Style.SMALL);
            drawing.pageText(number, LEFT + WIDTH - lines.width(number, Style.SMALL), BOTTOM - 24, Style.SMALL);
        }
        drawing.close();
        if (tree != null) {
            tree.done();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory is written", e);
        }
        released.run();
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            drawing.close();
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory is closed", e);
        }
    }

    private void ensure(float height) {
        if (y - height < BOTTOM) {
            newPage();
        }
    }
}
