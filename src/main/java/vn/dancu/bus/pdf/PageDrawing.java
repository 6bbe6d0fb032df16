package vn.dancu.bus.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.pdf.PdfPages.Style;

/** Texts and lines on one page after the other, each text in its element of the structure where there is one. */
final class PageDrawing implements Closeable {

    // The font has no bold letters: the outline is drawn too.
    private static final float BOLD_OUTLINE = 0.035f;
    private static final COSName ARTIFACT = COSName.ARTIFACT;

    private final PDDocument document;
    private final PDType0Font font;
    private final MarkPlacer marks;
    private final @Nullable StructureTree tree;
    private PDPage page;
    private PDPageContentStream stream;

    PageDrawing(PDDocument document, PDType0Font font, MarkPlacer marks, @Nullable StructureTree tree) {
        this.document = document;
        this.font = font;
        this.marks = marks;
        this.tree = tree;
        this.page = added();
        this.stream = opened(PDPageContentStream.AppendMode.OVERWRITE);
    }

    void newPage() {
        close();
        page = added();
        stream = opened(PDPageContentStream.AppendMode.OVERWRITE);
    }

    /** Goes on at the end of a page that was drawn before. */
    void reopen(int index) {
        close();
        page = document.getPage(index);
        stream = opened(PDPageContentStream.AppendMode.APPEND);
    }

    void begin(String type) {
        if (tree != null) {
            tree.begin(type);
        }
    }

    void end() {
        if (tree != null) {
            tree.end();
        }
    }

    /** A text of the element that is open. */
    void text(String text, float x, float y, Style style) {
        draw(out -> {
            if (tree != null) {
                out.beginMarkedContent(COSName.getPDFName(tree.type()), tree.mark(page));
            }
            show(out, text, x, y, style);
            if (tree != null) {
                out.endMarkedContent();
            }
        });
    }

    /** A text that belongs to the page and not to the document, such as its number. */
    void pageText(String text, float x, float y, Style style) {
        ornament(out -> show(out, text, x, y, style));
    }

    void line(float x, float y, float width) {
        ornament(out -> {
            out.setLineWidth(0.6f);
            out.moveTo(x, y);
            out.lineTo(x + width, y);
            out.stroke();
        });
    }

    void box(float x, float bottom, float width, float height) {
        ornament(out -> {
            out.setLineWidth(0.5f);
            out.addRect(x, bottom, width, height);
            out.stroke();
        });
    }

    private void show(PDPageContentStream out, String text, float x, float y, Style style) throws IOException {
        out.beginText();
        out.setFont(font, style.size());
        out.setLineWidth(style.size() * BOLD_OUTLINE);
        out.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        out.newLineAtOffset(x, y);
        for (MarkPlacer.Piece piece : marks.pieces(text)) {
            if (piece.isPlain()) {
                out.showText(piece.text());
            } else {
                out.setTextRise(piece.rise() * style.size() / 1000);
                out.showTextWithPositioning(new Object[] {-piece.shift(), piece.text(), piece.shift()});
                out.setTextRise(0);
            }
        }
        out.endText();
    }

    private void ornament(Drawing drawing) {
        draw(out -> {
            if (tree != null) {
                out.beginMarkedContent(ARTIFACT);
            }
            drawing.on(out);
            if (tree != null) {
                out.endMarkedContent();
            }
        });
    }

    private PDPage added() {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        if (tree != null) {
            tree.page(next);
        }
        return next;
    }

    private PDPageContentStream opened(PDPageContentStream.AppendMode mode) {
        try {
            return new PDPageContentStream(document, page, mode, true);
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory takes a page", e);
        }
    }

    private interface Drawing {
        void on(PDPageContentStream out) throws IOException;
    }

    private void draw(Drawing drawing) {
        try {
            drawing.on(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("A PDF in memory takes what is drawn", e);
        }
    }

    @Override
    public void close() {
        draw(PDPageContentStream::close);
    }
}
