package vn.dancu.bus.notification;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.notice.Notice;

/** The text of a mail to a partner in one language, {@code notices/mail_*.txt}; its subject is that of several notices. */
final class MailTemplate {

    private final MailText text;
    private final Function<Notice, Notice.Text> language;

    private MailTemplate(String file, Function<Notice, Notice.Text> language) {
        this.text = MailText.read(file);
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
                : text.subject(Map.of("count", String.valueOf(notices.size())));
    }

    String body(Partner partner, List<Notice> notices) {
        StringBuilder list = new StringBuilder();
        for (Notice notice : notices) {
            Notice.Text said = language.apply(notice);
            list.append(said.subject()).append('\n').append(said.body()).append("\n\n");
        }
        return text.body(Map.of(
                "name",
                partner.name(),
                "partner",
                partner.id().value(),
                "notices",
                list.toString().strip()));
    }
}
