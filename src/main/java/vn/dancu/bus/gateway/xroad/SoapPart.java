package vn.dancu.bus.gateway.xroad;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.DocumentEncoding;

/**
 * The SOAP message of a body: the body itself, or the part of a multipart (SOAP with attachments, MTOM) that its {@code start}
 * names, else the first. Attachments are not read: no question has one. UTF-8 and ISO-8859-1 are taken.
 */
final class SoapPart {

    private static final String FIELD = "Content-Type";
    private static final String MIME = "MIME";
    private static final String RULE = "text/xml, application/xop+xml or multipart/related";
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int HEAD = 200;

    private SoapPart() {}

    /**
     * The message in UTF-8.
     *
     * @throws BusException {@code media_type_unsupported} at {@code Content-Type}, {@code message_malformed} or
     *     {@code field_missing} at {@code MIME}, {@code message_encoding_unsupported}
     */
    static byte[] of(@Nullable String contentType, byte[] body) {
        ContentType type = parsed(contentType);
        if (!type.match("multipart/*")) {
            requireXml(type);
            return utf8(type.getParameter("charset"), body);
        }
        try {
            BodyPart part = start(new MimeMultipart(new ByteArrayDataSource(body, String.valueOf(contentType))), type);
            ContentType partType = parsed(part.getContentType());
            requireXml(partType);
            return utf8(partType.getParameter("charset"), part.getInputStream().readAllBytes());
        } catch (MessagingException | IOException e) {
            throw new BusException(
                    BusException.of(ErrorCode.MESSAGE_MALFORMED, MIME, "parts between boundaries (RFC 2046)")
                            .refusal(),
                    e);
        }
    }

    private static BodyPart start(MimeMultipart parts, ContentType type) throws MessagingException {
        if (parts.getCount() == 0) {
            throw BusException.of(ErrorCode.FIELD_MISSING, MIME, "a first part with the SOAP message");
        }
        String start = type.getParameter("start");
        BodyPart named = start == null ? null : parts.getBodyPart(start);
        return named == null ? parts.getBodyPart(0) : named;
    }

    private static ContentType parsed(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            throw BusException.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, FIELD, RULE);
        }
        try {
            return new ContentType(contentType);
        } catch (ParseException e) {
            throw new BusException(
                    BusException.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, FIELD, RULE)
                            .refusal(),
                    e);
        }
    }

    private static void requireXml(ContentType type) {
        if (!type.match("text/xml") && !type.match("application/xop+xml")) {
            throw BusException.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, FIELD, RULE);
        }
    }

    /** The charset of the transport counts before the one that the document declares (RFC 7303 §3). */
    private static byte[] utf8(@Nullable String stated, byte[] message) {
        String declared = declared(message);
        String charset = stated != null ? stated : declared != null ? declared : "UTF-8";
        if (DocumentEncoding.isUtf8(charset)) {
            boolean isContradicted = declared != null && !DocumentEncoding.isUtf8(declared);
            return isContradicted ? rewritten(message, StandardCharsets.UTF_8) : message;
        }
        if (charset.equalsIgnoreCase("ISO-8859-1") || charset.equalsIgnoreCase("latin1")) {
            return rewritten(message, StandardCharsets.ISO_8859_1);
        }
        throw BusException.of(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, FIELD, "charset utf-8 or iso-8859-1");
    }

    private static byte[] rewritten(byte[] message, Charset charset) {
        try {
            return DocumentEncoding.utf8(
                    charset.newDecoder().decode(ByteBuffer.wrap(message)).toString());
        } catch (CharacterCodingException e) {
            throw new BusException(ErrorCode.MESSAGE_MALFORMED, e);
        }
    }

    private static @Nullable String declared(byte[] message) {
        String head = new String(message, 0, Math.min(HEAD, message.length), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARED.matcher(head);
        return declaration.find() ? declaration.group(1) : null;
    }
}
