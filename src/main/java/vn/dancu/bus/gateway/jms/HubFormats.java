package vn.dancu.bus.gateway.jms;

import java.io.ByteArrayInputStream;
import vn.dancu.bus.gateway.PartnerXml;
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;

/** Reads and writes what a hub message holds: XML in the hub's dialect, or JSON. */
class HubFormats {

    private final MessageContext messages;
    private final PartnerXml xml;

    HubFormats(MessageContext messages, PartnerXml xml) {
        this.messages = messages;
        this.xml = xml;
    }

    CitizenQuery read(HubMessage message) {
        ByteArrayInputStream content = new ByteArrayInputStream(message.content());
        return message.isJson()
                ? messages.populationJson().readQuery(content)
                : xml.of(message.partner()).readQuery(content);
    }

    AnswerEncoder encoder(HubMessage message) {
        return message.isJson() ? messages.populationJson()::write : xml.of(message.partner())::write;
    }

    byte[] write(HubMessage message, Refusal refusal) {
        return message.isJson()
                ? messages.populationJson().write(refusal)
                : xml.of(message.partner()).write(refusal);
    }
}
