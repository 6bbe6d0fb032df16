package vn.dancu.bus.sms;

/** The alphabets in which a text message goes out. */
public enum TextAlphabet {
    /** The default alphabet of GSM with its extension table: 160 septets, 153 in each part of several. */
    GSM7(0x00, 160, 153),
    /** ISO 8859-1: 140 octets, 134 in each part of several. */
    LATIN1(0x03, 140, 134),
    /** UTF-16, big-endian: 70 units, 67 in each part of several. */
    UCS2(0x08, 70, 67);

    private final int dataCoding;
    private final int single;
    private final int each;

    TextAlphabet(int dataCoding, int single, int each) {
        this.dataCoding = dataCoding;
        this.single = single;
        this.each = each;
    }

    /** Field {@code data_coding} of SMPP 3.4 §5.2.19. */
    public int dataCoding() {
        return dataCoding;
    }

    /** Septets, octets or units of a text of one part. */
    public int single() {
        return single;
    }

    /** Septets, octets or units of each part, where there are several: a header of six octets names the part. */
    public int each() {
        return each;
    }
}
