package vn.dancu.bus.gateway.jms;

import java.io.ByteArrayInputStream;
import vn.dancu.bus.dialect.Dialect;
import vn.dancu.bus.dialect.Dialects;
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.CitizenQuery;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.XmlMessages;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Reads and writes what a hub message holds: XML in the hub's dialect, or JSON. */
class HubFormats {

    private final MessageContext messages;
    private final Partners partners;
    private final Dialects dialects;

    HubFormats(MessageContext messages, Partners partners, Dialects dialects) {
        this.messages = messages;
        this.partners = partners;
        this.dialects = dialects;
    }

    CitizenQuery read(HubMessage message) {
        ByteArrayInputStream content = new ByteArrayInputStream(message.content());
        return message.isJson()
                ? messages.json().readQuery(content)
                : xml(message.partner()).readQuery(content);
    }

    AnswerEncoder encoder(HubMessage message) {
        return message.isJson() ? messages.json()::write : xml(message.partner())::write;
    }

    byte[] write(HubMessage message, Refusal refusal) {
        return message.isJson()
                ? messages.json().write(refusal)
                : xml(message.partner()).write(refusal);
    }

    private XmlMessages xml(PartnerId partner) {
        Version version = partners.find(partner)
                .map(Partner::dialect)
                .flatMap(dialects::byName)
                .map(Dialect::answers)
                .orElse(Version.QCVN_109_V1);
        return messages.xml(version);
    }
}
