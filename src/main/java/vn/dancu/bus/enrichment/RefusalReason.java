package vn.dancu.bus.enrichment;

/**
 * Why a check refuses a record, by its stable code; a code is never renamed or reused. Its meaning for people is in
 * {@code messages_vi.properties} and {@code messages_en.properties} under {@code enrichment.reason.<code>}.
 */
public enum RefusalReason {
    /** A value that must be there is not. */
    VALUE_MISSING("value_missing"),
    /** The value has another form than its column. */
    FORM_WRONG("form_wrong"),
    /** The check digit does not agree with the other digits. */
    CHECK_DIGIT_WRONG("check_digit_wrong"),
    /** The code is not in its list. */
    CODE_UNKNOWN("code_unknown"),
    /** A number or date lies outside what the column allows. */
    OUT_OF_RANGE("out_of_range"),
    /** Two values of the record contradict each other. */
    VALUES_DISAGREE("values_disagree"),
    /** The digits are as many as are left when a table program drops the zeros in front. */
    ZEROS_LOST("zeros_lost"),
    /** A number such as 1.2E+11, whose last digits a table program dropped. */
    SCIENTIFIC_NOTATION("scientific_notation"),
    /** A date as a table program counts days, in a file whose form of dates is another. */
    DATE_AS_NUMBER("date_as_number"),
    /** The value is a formula or begins as one. */
    FORMULA("formula"),
    /** The record has more or fewer columns than the header, or a part that its format does not have. */
    COLUMNS_WRONG("columns_wrong"),
    /** The record is the header once more, as where files were joined. */
    HEADER_REPEATED("header_repeated"),
    /** The record is no well-formed JSON object or XML element. */
    RECORD_MALFORMED("record_malformed"),
    /** The value has control characters or signs that stand for undecodable bytes. */
    CHARACTERS_WRONG("characters_wrong");

    private final String code;

    RefusalReason(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The localised text's key. */
    public String textKey() {
        return "enrichment.reason." + code;
    }
}
