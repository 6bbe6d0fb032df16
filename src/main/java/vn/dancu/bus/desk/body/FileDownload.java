package vn.dancu.bus.desk.body;

import jakarta.servlet.http.HttpServletResponse;

/** Headers of an answer that a browser saves as a file. */
public final class FileDownload {

    /** Sets the headers; the body is written afterwards. */
    public static void start(HttpServletResponse response, String fileName, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private FileDownload() {}
}
