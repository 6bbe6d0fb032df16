package vn.dancu.bus.desk.body;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * An answer that a browser saves as a file, sent while it is written. What fails before the first byte has left is refused as
 * everything else; what fails later cuts the connection, and either is recorded.
 */
public final class FileDownload {

    /** Writes the file; it may close the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Sends the file.
     *
     * @param brokenOff records that less than the whole file left
     */
    public static void send(
            HttpServletResponse response, String fileName, String mediaType, Content content, Runnable brokenOff)
            throws IOException {
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            content.writeTo(new KeptOpen(response.getOutputStream()));
            response.flushBuffer();
        } catch (UncheckedIOException e) {
            breakOff(response, brokenOff, e);
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            breakOff(response, brokenOff, e);
            throw e;
        }
    }

    private static void breakOff(HttpServletResponse response, Runnable brokenOff, Exception cause) {
        if (!response.isCommitted()) {
            response.reset();
        }
        try {
            brokenOff.run();
        } catch (RuntimeException unrecorded) {
            cause.addSuppressed(unrecorded);
        }
    }

    /** Closing would end the answer as if it were whole, also where the writer closes because it failed. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        /** Not even flushed: what has not left can still be refused. */
        @Override
        public void close() {}
    }

    private FileDownload() {}
}
