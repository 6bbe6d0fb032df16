package vn.dancu.bus.sandbox.citizen;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A form with a file, {@code multipart/form-data} (RFC 7578). It is read here and not by the container, which takes such forms at no
 * address of the bus.
 */
record UploadForm(Map<String, byte[]> parts) {

    /** A form that cannot be read has no fields. */
    static UploadForm of(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        Map<String, byte[]> parts = new HashMap<>();
        try {
            MimeMultipart form =
                    new MimeMultipart(new ByteArrayDataSource(body, String.valueOf(request.getContentType())));
            for (int i = 0; i < form.getCount(); i++) {
                BodyPart part = form.getBodyPart(i);
                String[] disposition = part.getHeader("Content-Disposition");
                if (disposition != null) {
                    String name = new ContentDisposition(disposition[0]).getParameter("name");
                    parts.putIfAbsent(
                            String.valueOf(name), part.getInputStream().readAllBytes());
                }
            }
        } catch (MessagingException | IOException e) {
            return new UploadForm(Map.of());
        }
        return new UploadForm(parts);
    }

    /** What was typed; empty where there is no such field. */
    String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8).strip();
    }

    /** What was chosen; empty where nothing was. */
    byte[] file(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }
}
