package vn.dancu.bus.message.large;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Records;
import vn.dancu.bus.message.Version;

/** Documents that are refused when some of their attachments lie on the disk already. */
final class RefusedDocuments {

    private static final MessageLimits ALL_TO_DISK =
            new MessageLimits(1L << 20, 16, 4096, 16, 128, 8192, 64, 1L << 20, 0);
    private static final String XML_PARTS = "<edXML xmlns='http://www.mic.gov.vn/TBT/QCVN_102_2016'><AttachmentEncoded>"
            + "<Attachment><ContentId>1</ContentId><ContentTransferEncoded>AAAA</ContentTransferEncoded></Attachment>"
            + "<Attachment><ContentId>2</ContentId><ContentTransferEncoded>%s</ContentTransferEncoded></Attachment>"
            + "</AttachmentEncoded></edXML>";
    private static final String JSON_PARTS = "{\"edXML\":{\"AttachmentEncoded\":{\"Attachment\":["
            + "{\"ContentId\":\"1\",\"ContentTransferEncoded\":\"AAAA\"},"
            + "{\"ContentId\":\"2\",\"ContentTransferEncoded\":\"%s\"}]}}}";

    private final MessageContext context = MessageContext.create(ALL_TO_DISK);

    void run() {
        MessageFormat xml = context.xml(Version.EDXML_V1);
        MessageFormat json = context.json(Version.EDXML_V1);
        for (String content : new String[] {"AAAA", "****", "AAAA<a/>", "AAAA<", "\" x"}) {
            refused(() -> xml.read(in(XML_PARTS.formatted(content))));
            refused(() -> json.read(in(JSON_PARTS.formatted(content))));
            readOn(xml, XML_PARTS.formatted(content));
            readOn(json, JSON_PARTS.formatted(content));
        }
        refused(() -> xml.read(in(XML_PARTS.formatted("AAAA")), finding -> {
            throw finding.refusal();
        }));
    }

    // A record that is checked and refused, and one that is left where it is.
    private static void readOn(MessageFormat format, String document) {
        try (Records records = format.records(in(document), "AttachmentEncoded", Reaction.STRICT)) {
            records.hasNext();
        } catch (BusException expected) {
            // most of them are refused
        }
    }

    private static void refused(Runnable reading) {
        try {
            reading.run();
        } catch (BusException expected) {
            return;
        }
        throw new IllegalStateException("A document without an envelope was read");
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
