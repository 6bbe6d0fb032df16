package vn.dancu.bus.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery status notification (RFC 3464) says of a mail of the bus. Nothing of it is believed by itself: who sent it is
 * not known.
 *
 * @param message the id in {@code Message-ID} of the mail that it returns
 * @param recipients of whom it speaks
 */
record BounceReport(UUID message, List<Recipient> recipients) {

    private static final int RECIPIENTS = 50;
    private static final Pattern ID = Pattern.compile(
            SmtpSender.ID_BEGIN + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})" + Pattern.quote(SmtpSender.ID_END));
    private static final Pattern STATUS = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);
    private static final Session SESSION = Session.getInstance(new Properties());

    /**
     * One recipient.
     *
     * @param addresses in small letters: to which the mail was sent, and where it went in the end
     * @param hasFailed whether nothing more is tried
     * @param status by RFC 3463, such as 5.1.1
     */
    record Recipient(Set<String> addresses, boolean hasFailed, String status) {

        boolean isPermanent() {
            return status.charAt(0) == '5';
        }
    }

    /** Empty when the mail is anything else, or cannot be read. */
    static Optional<BounceReport> read(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
            ContentType type = new ContentType(message.getContentType());
            return type.match("multipart/report")
                            && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"))
                    ? read(new MimeMultipart(
                            new ByteArrayDataSource(message.getRawInputStream(), message.getContentType())))
                    : Optional.empty();
        } catch (MessagingException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<BounceReport> read(MimeMultipart parts) throws MessagingException, IOException {
        List<Recipient> recipients = new ArrayList<>();
        UUID message = null;
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                recipients.addAll(recipients(content(part)));
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                message = id(new InternetHeaders(content(part)));
            }
        }
        return message == null || recipients.isEmpty()
                ? Optional.empty()
                : Optional.of(new BounceReport(message, recipients));
    }

    private static ByteArrayInputStream content(BodyPart part) throws MessagingException, IOException {
        return new ByteArrayInputStream(part.getInputStream().readAllBytes());
    }

    private static @Nullable UUID id(InternetHeaders returned) {
        Matcher id = ID.matcher(value(returned, "Message-ID"));
        return id.matches() ? UUID.fromString(id.group(1)) : null;
    }

    /** Blocks of fields with an empty line between them; the first one is about the message. */
    private static List<Recipient> recipients(ByteArrayInputStream in) throws MessagingException {
        List<Recipient> found = new ArrayList<>();
        while (in.available() > 0 && found.size() < RECIPIENTS) {
            InternetHeaders fields = new InternetHeaders(in);
            Matcher status = STATUS.matcher(value(fields, "Status"));
            if (status.matches()) {
                found.add(new Recipient(
                        Stream.of("Original-Recipient", "Final-Recipient")
                                .map(name -> address(fields, name))
                                .collect(Collectors.toUnmodifiableSet()),
                        value(fields, "Action").equalsIgnoreCase("failed"),
                        status.group(1)));
            }
        }
        return found;
    }

    /** Behind its type: {@code rfc822; somebody@agency.example}. */
    private static String address(InternetHeaders fields, String name) {
        String value = value(fields, name);
        return value.substring(value.indexOf(';') + 1).replaceAll("[<>\\s]", "").toLowerCase(Locale.ROOT);
    }

    private static String value(InternetHeaders fields, String name) {
        String[] values = fields.getHeader(name);
        return values == null ? "" : values[0].strip();
    }
}
