package vn.dancu.bus.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import vn.dancu.bus.delivery.Attempt;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.MessageSender;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.kernel.Sha256;

/** Sends a message of channel {@code mail} by SMTP; a refusal for good (5xx) ends it as a dead letter with the server's code. */
final class SmtpSender implements MessageSender {

    static final String CHANNEL = "mail";

    /** What stands before the id of the message in {@code Message-ID}, and behind it. */
    static final String ID_BEGIN = "<";

    static final String ID_END = "@dancu-bus>";

    static final String TO = "DanCuMailTo";
    static final String SUBJECT = "DanCuMailSubject";

    private static final int FOR_GOOD = 500;

    private final JavaMailSender mail;
    private final String from;

    SmtpSender(JavaMailSender mail, String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public @Nullable String send(Attempt attempt) throws SendFailure {
        try {
            mail.send(message(attempt));
            return null;
        } catch (MailException e) {
            throw failure(e);
        } catch (MessagingException e) {
            throw new SendFailure("mail_unwritable", true, e);
        }
    }

    /** Stands for an address in destinations, which are shown; 8 hex digits. */
    static String pseudonym(String address) {
        return Sha256.hex(address.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    private MimeMessage message(Attempt attempt) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(attempt.headers().getOrDefault(TO, ""));
        parts.setSubject(attempt.headers().getOrDefault(SUBJECT, ""));
        parts.setText(text(attempt.content()));
        // RFC 3834: nobody's absence note answers it. The id is the same at every attempt: a mail program drops a
        // double.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Message-ID", ID_BEGIN + attempt.id() + ID_END);
        return message;
    }

    private static String text(MessageContent content) {
        return content instanceof MessageContent.Bytes inline ? new String(inline.bytes(), StandardCharsets.UTF_8) : "";
    }

    private static SendFailure failure(MailException e) {
        int code = e instanceof MailSendException sent ? code(sent) : 0;
        return code == 0
                ? new SendFailure(e.getClass().getSimpleName(), false, e)
                : new SendFailure("smtp_" + code, code >= FOR_GOOD, e);
    }

    /** What the server answered; 0 when it answered nothing. */
    private static int code(MailSendException failed) {
        for (Exception each : failed.getMessageExceptions()) {
            for (Exception cause = each; cause instanceof MessagingException; cause = next(cause)) {
                int code = code(cause);
                if (code > 0) {
                    return code;
                }
            }
        }
        return 0;
    }

    private static @Nullable Exception next(Exception cause) {
        return ((MessagingException) cause).getNextException();
    }

    private static int code(Exception cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (cause instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return cause instanceof SMTPSendFailedException whole ? whole.getReturnCode() : 0;
    }
}
