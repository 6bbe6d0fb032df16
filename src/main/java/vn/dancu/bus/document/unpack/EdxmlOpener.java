package vn.dancu.bus.document.unpack;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedDocument;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedStatus;
import vn.dancu.bus.document.unpack.OpenedMessage.UnpackedFile;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.Attachment.Label;
import vn.dancu.bus.message.document.DocumentMessages;
import vn.dancu.bus.message.document.EDocument;

/** {@link DocumentOpener} over the message library. */
final class EdxmlOpener implements DocumentOpener {

    private static final String CONTENT = "AttachmentEncoded/Attachment/ContentTransferEncoded";
    private static final String ID = "AttachmentEncoded/Attachment/ContentId";
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final MessageFormat xml;
    private final DocumentMessages documents;
    private final MessageLimits limits;

    EdxmlOpener(MessageContext messages, MessageLimits limits) {
        this.xml = messages.xml(Version.EDXML_V1).within(limits);
        this.documents = messages.documents();
        this.limits = limits;
    }

    @Override
    public OpenedMessage open(InputStream edXml) {
        Message message = xml.read(edXml, Reaction.LENIENT);
        boolean opened = false;
        try {
            OpenedMessage what = documents.isStatus(message)
                    ? new OpenedStatus(message, documents.readStatus(message))
                    : document(message);
            opened = true;
            return what;
        } finally {
            if (!opened) {
                message.close();
            }
        }
    }

    private OpenedDocument document(Message message) {
        EDocument document = documents.read(message);
        List<UnpackedFile> files = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Attachment attachment : document.attachments()) {
            if (!ids.add(attachment.contentId())) {
                throw BusException.of(ErrorCode.FIELD_DUPLICATED, ID, "one attachment of each id");
            }
            files.add(file(attachment));
        }
        return new OpenedDocument(message, document, files);
    }

    private UnpackedFile file(Attachment attachment) {
        Content content = unnamedAsArchive(attachment).file(limits);
        if (content == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, CONTENT, "the bytes of each file that the manifest names");
        }
        return new UnpackedFile(attachment.contentId(), attachment.name(), attachment.contentType(), content);
    }

    // Published samples send a ZIP of the file and say so by its type, while its name is that of the file within.
    private static Attachment unnamedAsArchive(Attachment attachment) {
        String name = attachment.name();
        if (name == null || name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return attachment;
        }
        return new Attachment(
                Label.of(attachment.contentId(), name, UNKNOWN_TYPE), attachment.part(), attachment.content());
    }
}
