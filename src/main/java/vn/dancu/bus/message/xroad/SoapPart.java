package vn.dancu.bus.message.xroad;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.DocumentEncoding;

/**
 * The SOAP message of a body: the body itself, or the part of a multipart (SOAP with attachments, MTOM) that its {@code start}
 * names, else the first. Attachments are not read. UTF-8 and ISO-8859-1 are taken.
 */
public final class SoapPart {

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
     * @param contentType as the transport states it
     * @throws BusException {@code media_type_unsupported} at {@code Content-Type}, {@code message_malformed} or
     *     {@code field_missing} at {@code MIME}, {@code message_encoding_unsupported}
     */
    public static byte[] of(@Nullable String contentType, byte[] body) {
        Root root = root(contentType, body);
        return utf8(root.type().parameter("charset"), root.message());
    }

    /**
     * The bytes of the message as they were sent, in the charset in which they were: what a hash of the request is made of.
     *
     * @throws BusException as {@link #of}
     */
    public static byte[] bytes(@Nullable String contentType, byte[] body) {
        return root(contentType, body).message();
    }

    /** The message with the type that is stated of it. */
    private record Root(MediaType type, byte[] message) {}

    private static Root root(@Nullable String contentType, byte[] body) {
        MediaType type = MediaType.of(contentType);
        if (!type.isMultipart()) {
            requireXml(type);
            return new Root(type, body);
        }
        MimeParts.Part part = rootOf(type, body);
        MediaType own = MediaType.of(part.contentType());
        requireXml(own);
        return new Root(own, decoded(part));
    }

    private static MimeParts.Part rootOf(MediaType type, byte[] body) {
        List<MimeParts.Part> parts = MimeParts.split(type.parameter("boundary"), body);
        if (parts.isEmpty()) {
            throw BusException.of(ErrorCode.FIELD_MISSING, MIME, "a first part with the SOAP message");
        }
        String start = type.parameter("start");
        return parts.stream()
                .filter(part -> start != null && start.equals(part.header("content-id")))
                .findFirst()
                .orElse(parts.get(0));
    }

    private static byte[] decoded(MimeParts.Part part) {
        String encoding = part.header("content-transfer-encoding");
        String plain = encoding == null ? "8bit" : encoding.toLowerCase(Locale.ROOT);
        switch (plain) {
            case "7bit", "8bit", "binary" -> {
                return part.content();
            }
            case "base64" -> {
                try {
                    return Base64.getMimeDecoder().decode(part.content());
                } catch (IllegalArgumentException e) {
                    throw MimeParts.malformed();
                }
            }
            default -> throw MimeParts.malformed();
        }
    }

    private static void requireXml(MediaType type) {
        if (!type.is("text/xml") && !type.is("application/xop+xml")) {
            throw unsupported();
        }
    }

    private static BusException unsupported() {
        return BusException.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, FIELD, RULE);
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

    /** A media type with its parameters (RFC 9110 §8.3). */
    private record MediaType(String name, String rest) {

        private static final Pattern FORM =
                Pattern.compile("\\s*([A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+)\\s*(;.*)?", Pattern.DOTALL);

        static MediaType of(@Nullable String contentType) {
            Matcher type = FORM.matcher(contentType == null ? "" : contentType);
            if (!type.matches()) {
                throw unsupported();
            }
            return new MediaType(type.group(1).toLowerCase(Locale.ROOT), type.group(2) == null ? "" : type.group(2));
        }

        boolean is(String other) {
            return name.equals(other);
        }

        boolean isMultipart() {
            return name.startsWith("multipart/");
        }

        @Nullable
        String parameter(String wanted) {
            Matcher found = Pattern.compile(
                            ";\\s*" + wanted + "\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE)
                    .matcher(rest);
            if (!found.find()) {
                return null;
            }
            return found.group(1) != null ? found.group(1) : found.group(2);
        }
    }
}
