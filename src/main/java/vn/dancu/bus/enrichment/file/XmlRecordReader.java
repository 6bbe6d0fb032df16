package vn.dancu.bus.enrichment.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.RefusalReason;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.file.text.DecodedText;

/** The records of an XML file: one element a record, one element in it a value. */
final class XmlRecordReader implements RecordReader {

    private final DecodedText text;
    private final XMLStreamReader xml;
    private final ColumnOrder columns;
    private final String recordElement;
    private final int longest;
    private final StringBuilder value = new StringBuilder();
    private int recordLength;
    private long count;

    XmlRecordReader(DecodedText text, FileProfile profile, FileLimits limits) {
        this.text = text;
        this.longest = limits.recordLength();
        this.xml = PlainXml.read(text, longest);
        this.columns = new ColumnOrder(profile.columns());
        this.recordElement = Objects.requireNonNull(profile.layout().recordElement());
    }

    @Override
    public @Nullable SourceRecord read() throws IOException {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new FileFaultException(
                            FileFault.FORMAT_INVALID, xml.getLocation().getLineNumber(), "DOCTYPE");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(recordElement)) {
                    count++;
                    return record();
                }
            }
        } catch (XMLStreamException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw PlainXml.fault(e);
        }
        if (count == 0) {
            throw new FileFaultException(FileFault.FILE_EMPTY, 0, "");
        }
        return null;
    }

    private SourceRecord record() throws XMLStreamException {
        @Nullable String[] values = new String[columns.size()];
        RefusalReason flaw = null;
        recordLength = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                int place = columns.placeOf(xml.getLocalName());
                boolean isText = readText();
                if (place != ColumnOrder.IGNORED && (!isText || values[place] != null)) {
                    flaw = RefusalReason.RECORD_MALFORMED;
                } else if (place != ColumnOrder.IGNORED && !value.isEmpty()) {
                    values[place] = value.toString();
                }
            }
        }
        return new SourceRecord(count, Arrays.asList(values), flaw);
    }

    /** The text of the element into {@link #value}; whether it has no elements in it. */
    private boolean readText() throws XMLStreamException {
        value.setLength(0);
        boolean isText = true;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    isText = false;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append();
                default -> {}
            }
        }
        return isText;
    }

    private void append() {
        recordLength += xml.getTextLength();
        if (recordLength > longest) {
            throw new FileFaultException(
                    FileFault.RECORD_TOO_LONG, xml.getLocation().getLineNumber(), "");
        }
        value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
