package vn.dancu.bus.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.contact.ContactOfficer;
import vn.dancu.bus.partner.contact.Contacts;

/**
 * Takes the mails of the mailbox to which mails of the bus come back. A report counts when it names a mail of the outbox and the
 * very address to which that went: its id is known to nobody but its recipient. Neither addresses nor anything of a mail stand
 * in a log, a metric or an error.
 */
class BounceSteps {

    private static final int LIMIT = 1_000_000;

    private final Deliveries deliveries;
    private final Partners partners;
    private final Contacts contacts;
    private final OperatorNotice operators;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    /** What became of a mail; in small letters the tag of its metric. */
    private enum Outcome {
        /** The notice did not arrive, and the address does not work. */
        PERMANENT,
        /** The notice did not arrive, after some time without success. */
        TRANSIENT,
        /** Known before, or no failure. */
        NOTHING_NEW,
        /** Stays unread. */
        FOREIGN
    }

    BounceSteps(
            Deliveries deliveries,
            Partners partners,
            Contacts contacts,
            OperatorNotice operators,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.contacts = contacts;
        this.operators = operators;
        this.transaction = transaction;
        this.meters = meters;
    }

    /**
     * Records what a report says.
     *
     * @throws IllegalStateException for a mail that is to stay unread: one that is no report on a mail of the bus gets a flag
     *     (star), so that it is not looked at again
     */
    public void takeBounce(Message mail) throws MessagingException, IOException {
        Outcome outcome = report(mail).map(this::take).orElse(Outcome.FOREIGN);
        Counter.builder("dancu.notification.bounces")
                .description("Mails in the mailbox to which mails of the bus come back")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
        if (outcome == Outcome.FOREIGN) {
            mail.setFlag(Flags.Flag.FLAGGED, true);
            throw new IllegalStateException("No report on a mail of the bus");
        }
    }

    private static Optional<BounceReport> report(Message mail) throws MessagingException, IOException {
        int size = mail.getSize();
        if (size <= 0 || size > LIMIT) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        mail.writeTo(bytes);
        return BounceReport.read(bytes.toByteArray());
    }

    private Outcome take(BounceReport report) {
        Optional<Delivery> sent = deliveries
                .find(report.message())
                .filter(each -> each.channel().equals(SmtpSender.CHANNEL))
                .filter(each -> each.destination().indexOf('.') > 0);
        if (sent.isEmpty()) {
            return Outcome.FOREIGN;
        }
        Delivery delivery = sent.get();
        Optional<AgencyCode> agency = agency(delivery);
        for (BounceReport.Recipient recipient : report.recipients()) {
            Optional<String> address = address(delivery, agency, recipient);
            if (address.isPresent()) {
                return record(delivery, recipient, agency, address.get());
            }
        }
        return Outcome.FOREIGN;
    }

    private Outcome record(
            Delivery delivery, BounceReport.Recipient recipient, Optional<AgencyCode> agency, String address) {
        if (delivery.state().name() == DeliveryState.Name.SENDING) {
            throw new IllegalStateException("The mail came back before it was recorded as sent");
        }
        String status = recipient.status();
        if (!recipient.hasFailed()) {
            return Outcome.NOTHING_NEW;
        }
        boolean isNew = Boolean.TRUE.equals(transaction.execute(begun -> {
            if (!deliveries.markReturned(delivery.id(), "bounce_" + status)) {
                return false;
            }
            agency.ifPresent(code -> {
                if (recipient.isPermanent()) {
                    contacts.markReturned(code, address, status);
                }
                operators.sendReturned(delivery.id(), partner(delivery), status);
            });
            return true;
        }));
        if (!isNew) {
            return Outcome.NOTHING_NEW;
        }
        return recipient.isPermanent() ? Outcome.PERMANENT : Outcome.TRANSIENT;
    }

    /** The address of the mail if the report is about it, as the register has it; a mail server may have changed its letters. */
    private Optional<String> address(Delivery delivery, Optional<AgencyCode> agency, BounceReport.Recipient recipient) {
        String pseudonym = delivery.destination().substring(partner(delivery).length() + 1);
        Stream<String> registered = agency.flatMap(contacts::find).stream()
                .flatMap(entry -> entry.officers().stream())
                .map(ContactOfficer::email)
                .filter(email -> recipient.addresses().contains(email.toLowerCase(Locale.ROOT)));
        return Stream.concat(registered, recipient.addresses().stream())
                .filter(address -> SmtpSender.pseudonym(address).equals(pseudonym))
                .findFirst();
    }

    /** Empty for a mail to the operators: a notice about it would come back as well. */
    private Optional<AgencyCode> agency(Delivery delivery) {
        String partner = partner(delivery);
        return partner.equals(OperatorNotice.OPERATORS)
                ? Optional.empty()
                : partners.find(new PartnerId(partner)).map(it -> AgencyCode.of(it.agencyCode()));
    }

    /** Destinations of mails are a partner and the pseudonym of an address. */
    private static String partner(Delivery delivery) {
        return delivery.destination().substring(0, delivery.destination().lastIndexOf('.'));
    }
}
