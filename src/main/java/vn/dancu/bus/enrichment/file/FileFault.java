package vn.dancu.bus.enrichment.file;

/**
 * Why a file as a whole is refused, by its stable code; a code is never renamed or reused. Its meaning for people is in
 * {@code messages_vi.properties} and {@code messages_en.properties} under {@code enrichment.fault.<code>}.
 */
public enum FileFault {
    /** No record at all. */
    FILE_EMPTY("file_empty"),
    /** It ends in the middle: of its container, of a character, of a record. */
    FILE_CUT("file_cut"),
    /** The manifest says another number of records. */
    COUNT_WRONG("count_wrong"),
    /** The manifest says another SHA-256 of the file. */
    HASH_WRONG("hash_wrong"),
    /** The manifest says another size in bytes. */
    SIZE_WRONG("size_wrong"),
    /** No manifest, or one that cannot be read. */
    MANIFEST_INVALID("manifest_invalid"),
    /** The signature is missing or not that of the partner. */
    SIGNATURE_INVALID("signature_invalid"),
    /** The manifest names another source or a form of file that the source does not have. */
    PROFILE_UNKNOWN("profile_unknown"),
    /** No container of the kind that the manifest or the name says, or an encrypted one. */
    CONTAINER_INVALID("container_invalid"),
    /** An archive with another number of files than one. */
    ARCHIVE_CONTENT("archive_content"),
    /** More bytes, or more bytes for each packed byte, than are unpacked. */
    UNPACKED_TOO_LARGE("unpacked_too_large"),
    /** A line or record longer than is read. */
    RECORD_TOO_LONG("record_too_long"),
    /** More columns than are read. */
    COLUMNS_TOO_MANY("columns_too_many"),
    /** Neither the source nor the manifest says the encoding of the text. */
    ENCODING_UNDECLARED("encoding_undeclared"),
    /** The text is not in the encoding that was declared. */
    ENCODING_WRONG("encoding_wrong"),
    /** The first line has none of the columns that must be there. */
    HEADER_MISSING("header_missing"),
    /** The header lacks a column that must be there. */
    COLUMN_MISSING("column_missing"),
    /** Two columns of the header are the same. */
    COLUMN_DOUBLED("column_doubled"),
    /** The columns are separated by another sign than the source's. */
    DELIMITER_WRONG("delimiter_wrong"),
    /** A quotation mark stands where none may, or is not closed. */
    QUOTES_WRONG("quotes_wrong"),
    /** No XLSX, JSON or XML of the form that the source has. */
    FORMAT_INVALID("format_invalid");

    private final String code;

    FileFault(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The localised text's key. */
    public String textKey() {
        return "enrichment.fault." + code;
    }
}
