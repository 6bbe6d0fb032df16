package vn.dancu.bus.enrichment.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.file.zip.WorkbookParts;

/**
 * The parts of a workbook (ECMA-376) that a list needs: its first visible sheet and the texts that its cells refer to. The workbook is
 * held packed in memory, its texts unpacked, its sheet never whole.
 */
final class Workbook {

    private static final String FOLDER = "xl/";
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final WorkbookParts parts;
    private final FileLimits limits;
    private final List<String> texts = new ArrayList<>();
    private String sheet = "";
    private @Nullable String textPart;

    /** @throws FileFaultException when it is no workbook, an encrypted or too large one */
    Workbook(InputStream data, FileLimits limits) throws IOException, XMLStreamException {
        this.limits = limits;
        byte[] packed = data.readNBytes(limits.workbookBytes() + 1);
        if (packed.length > limits.workbookBytes()) {
            throw new FileFaultException(FileFault.UNPACKED_TOO_LARGE, 0, "");
        }
        if (packed.length < OLE2.length || packed[0] != 'P' || packed[1] != 'K') {
            boolean old = packed.length >= OLE2.length && packed[0] == OLE2[0] && packed[1] == OLE2[1];
            throw new FileFaultException(FileFault.FORMAT_INVALID, 0, old ? "xls" : "");
        }
        parts = new WorkbookParts(packed, limits);
        findParts();
        if (textPart != null) {
            readTexts(textPart);
        }
    }

    /** The sheet's XML, from its beginning. */
    XMLStreamReader sheet() {
        return part(sheet);
    }

    /** @return null when there is no such text */
    @Nullable
    String text(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : null;
    }

    private void findParts() throws XMLStreamException {
        String id = firstVisibleSheet();
        XMLStreamReader xml = part(FOLDER + "_rels/workbook.xml.rels");
        Map<String, String> targets = new HashMap<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String target = path(String.valueOf(xml.getAttributeValue(null, "Target")));
                targets.put(String.valueOf(xml.getAttributeValue(null, "Id")), target);
                if (String.valueOf(xml.getAttributeValue(null, "Type")).endsWith("/sharedStrings")) {
                    textPart = target;
                }
            }
        }
        sheet = targets.getOrDefault(id, "");
    }

    private String firstVisibleSheet() throws XMLStreamException {
        XMLStreamReader xml = part(FOLDER + "workbook.xml");
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr") && isTrue(xml.getAttributeValue(null, "date1904"))) {
                throw new FileFaultException(FileFault.FORMAT_INVALID, 0, "date1904");
            }
            if (xml.getLocalName().equals("sheet") && isVisible(xml.getAttributeValue(null, "state"))) {
                return String.valueOf(xml.getAttributeValue(RELATIONSHIPS, "id"));
            }
        }
        throw new FileFaultException(FileFault.FILE_EMPTY, 0, "");
    }

    private static boolean isTrue(@Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    private static boolean isVisible(@Nullable String state) {
        return state == null || state.equals("visible");
    }

    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : FOLDER + target;
    }

    private void readTexts(String name) throws XMLStreamException {
        XMLStreamReader xml = part(name);
        long length = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                String text = richText(xml, "si", limits.recordLength());
                length += text.length();
                if (length > limits.workbookBytes()) {
                    throw new FileFaultException(FileFault.UNPACKED_TOO_LARGE, 0, "");
                }
                texts.add(text);
            }
        }
    }

    /** The text of all runs up to the end of the element; how it is spoken is left out. */
    static String richText(XMLStreamReader xml, String end, int longest) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean spoken = false;
        boolean inText = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                boolean begins = event == XMLStreamConstants.START_ELEMENT;
                if (!begins && xml.getLocalName().equals(end)) {
                    break;
                }
                spoken = xml.getLocalName().equals("rPh") ? begins : spoken;
                inText = begins && xml.getLocalName().equals("t");
            } else if (inText && !spoken && xml.hasText()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (text.length() > longest) {
                    throw new FileFaultException(FileFault.RECORD_TOO_LONG, 0, "");
                }
            }
        }
        return text.toString();
    }

    private XMLStreamReader part(String name) {
        InputStream bytes = parts.open(name);
        if (bytes == null) {
            throw new FileFaultException(FileFault.FORMAT_INVALID, 0, "");
        }
        return PlainXml.read(new InputStreamReader(bytes, StandardCharsets.UTF_8), limits.recordLength());
    }
}
