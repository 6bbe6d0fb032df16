package vn.dancu.bus.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.notice.Notice;

/** The text of a mail in one language, {@code notices/mail_*.txt}: its first line is the subject of several notices. */
final class MailTemplate {

    private final String subject;
    private final String body;
    private final Function<Notice, Notice.Text> language;

    private MailTemplate(String file, Function<Notice, Notice.Text> language) {
        String[] parts = read(file).split("\n\n", 2);
        this.subject = parts[0].strip();
        this.body = parts[1];
        this.language = language;
    }

    static MailTemplate vietnamese() {
        return new MailTemplate("mail_vi.txt", Notice::vietnamese);
    }

    static MailTemplate english() {
        return new MailTemplate("mail_en.txt", Notice::english);
    }

    String subject(List<Notice> notices) {
        return notices.size() == 1
                ? language.apply(notices.get(0)).subject()
                : subject.replace("{count}", String.valueOf(notices.size()));
    }

    String body(Partner partner, List<Notice> notices) {
        StringBuilder list = new StringBuilder();
        for (Notice notice : notices) {
            Notice.Text text = language.apply(notice);
            list.append(text.subject()).append('\n').append(text.body()).append("\n\n");
        }
        return body.replace("{name}", partner.name())
                .replace("{partner}", partner.id().value())
                .replace("{notices}", list.toString().strip());
    }

    private static String read(String file) {
        try (InputStream in = MailTemplate.class.getResourceAsStream("/notices/" + file)) {
            if (in == null) {
                throw new IllegalStateException("notices/" + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
