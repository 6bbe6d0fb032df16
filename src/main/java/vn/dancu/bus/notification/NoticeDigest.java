package vn.dancu.bus.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.contact.ContactOfficer;
import vn.dancu.bus.partner.contact.Contacts;
import vn.dancu.bus.partner.notice.Notice;
import vn.dancu.bus.partner.notice.NoticeBody;
import vn.dancu.bus.partner.notice.Notices;

/** Puts the notices of a partner that were written since the last time into the outbox, as one message for each recipient. */
final class NoticeDigest {

    private static final int LIMIT = 500;

    private final Notices notices;
    private final Partners partners;
    private final Contacts contacts;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final NotificationSettings settings;
    private final ObjectMapper json;
    private final MailTemplate vietnamese = MailTemplate.vietnamese();
    private final MailTemplate english = MailTemplate.english();

    NoticeDigest(
            Notices notices,
            Partners partners,
            Contacts contacts,
            Outbox outbox,
            TransactionTemplate transaction,
            NotificationSettings settings,
            ObjectMapper json) {
        this.notices = notices;
        this.partners = partners;
        this.contacts = contacts;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
        this.json = json;
    }

    void send() {
        transaction.executeWithoutResult(status -> {
            Map<PartnerId, List<Notice>> written = notices.takeUntold(LIMIT).stream()
                    .collect(Collectors.groupingBy(Notice::partner, LinkedHashMap::new, Collectors.toList()));
            written.forEach((id, theirs) -> partners.find(id).ifPresent(partner -> {
                mail(
                        partner,
                        theirs.stream().filter(it -> it.kind().isForPeople()).toList());
                call(partner, theirs);
            }));
        });
    }

    private void mail(Partner partner, List<Notice> written) {
        if (settings.from() == null || written.isEmpty()) {
            return;
        }
        String subject = "[DanCu Bus] " + vietnamese.subject(written) + " / " + english.subject(written);
        String body = vietnamese.body(partner, written) + "\n\n" + english.body(partner, written);
        for (String address : addresses(partner)) {
            put(
                    SmtpSender.CHANNEL,
                    partner.id().value() + "." + SmtpSender.pseudonym(address),
                    written,
                    Map.of(SmtpSender.TO, address, SmtpSender.SUBJECT, subject),
                    "text/plain; charset=utf-8",
                    body);
        }
    }

    private Set<String> addresses(Partner partner) {
        return contacts.find(AgencyCode.of(partner.agencyCode())).stream()
                .flatMap(entry -> entry.officers().stream())
                .map(ContactOfficer::email)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void call(Partner partner, List<Notice> written) {
        if (settings.webhooks().containsKey(partner.id().value())) {
            put(WebhookSender.CHANNEL, partner.id().value(), written, Map.of(), "application/json", body(written));
        }
    }

    private String body(List<Notice> written) {
        try {
            return json.writeValueAsString(
                    Map.of("notices", written.stream().map(NoticeBody::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Notices are JSON", e);
        }
    }

    private void put(
            String channel,
            String destination,
            List<Notice> written,
            Map<String, String> headers,
            String contentType,
            String body) {
        outbox.put(new OutboundMessage(
                channel,
                destination,
                null,
                destination + ":" + written.get(0).id(),
                null,
                headers,
                contentType,
                MessageContent.of(body.getBytes(StandardCharsets.UTF_8)),
                null));
    }
}
