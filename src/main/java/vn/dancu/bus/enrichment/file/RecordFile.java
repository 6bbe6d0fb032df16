package vn.dancu.bus.enrichment.file;

import java.io.IOException;
import java.io.InputStream;
import vn.dancu.bus.enrichment.file.text.DecodedText;

/** A file of records as its source delivered it. */
public final class RecordFile {

    /**
     * A reader of its records. It closes the stream.
     *
     * @param profile in which form the source writes, with the encoding of this delivery
     * @throws FileFaultException when the beginning shows that the file cannot be read; see {@link RecordReader#read}
     * @throws IOException when its bytes cannot be had
     */
    public static RecordReader open(InputStream file, FileProfile profile, FileLimits limits) throws IOException {
        InputStream data = UnpackedBytes.open(file, profile.format(), limits);
        if (profile.format() == FileFormat.XLSX) {
            return new SheetRecordReader(data, profile, limits);
        }
        DecodedText text = DecodedText.open(data, profile.encoding());
        return switch (profile.format()) {
            case CSV -> new CsvRecordReader(text, profile, limits);
            case JSON_LINES -> new JsonRecordReader(text, profile, limits);
            case XML -> new XmlRecordReader(text, profile, limits);
            case XLSX -> throw new IllegalStateException("A workbook has no text of its own");
        };
    }

    private RecordFile() {}
}
