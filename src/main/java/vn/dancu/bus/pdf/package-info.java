/**
 * PDF files for people: A4 pages in Vietnamese with their font in them, and signatures over them (PAdES).
 *
 * <p>Faces: {@link vn.dancu.bus.pdf.PdfTypeface}, which begins {@link vn.dancu.bus.pdf.PdfPages}, and {@link vn.dancu.bus.pdf.PdfSigner}. It
 * knows no content: what a page says is of the room that writes it. A letter that the font has not is never replaced by another letter.
 */
@NullMarked
@ApplicationModule(
        displayName = "PDF",
        allowedDependencies = {"kernel", "signing"})
package vn.dancu.bus.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
