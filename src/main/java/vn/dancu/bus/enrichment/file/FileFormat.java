package vn.dancu.bus.enrichment.file;

import java.util.Arrays;
import java.util.Optional;

/** How records stand in a file. */
public enum FileFormat {
    /** Values separated by a sign, one record a line (RFC 4180). */
    CSV("csv"),
    /** The first sheet of a workbook of Office Open XML. */
    XLSX("xlsx"),
    /** One JSON object a line. */
    JSON_LINES("json-lines"),
    /** One element a record under the root, one element a value in it. */
    XML("xml");

    private final String code;

    FileFormat(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<FileFormat> of(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst();
    }
}
