package vn.dancu.bus.message;

/**
 * In which letters a citizen is written: what differs between QCVN 109:2017/BTTTT, annex Đ, and the answers of the live
 * service. The table in {@code schemas/README.md} shows both in full.
 *
 * @param names the citizen's own name
 * @param relatives the names of related persons
 * @param codes ethnicity and religion
 * @param dates birth dates
 * @param units administrative units of an address
 * @param attributes whether note, data time, count and request id stand as attributes on the collection
 */
public record CitizenShape(
        Names names, Relatives relatives, Codes codes, Dates dates, Units units, boolean attributes) {

    /** QCVN 109:2017/BTTTT, annex Đ. */
    public static final CitizenShape OFFICIAL =
            new CitizenShape(Names.PARTS, Relatives.PARTS, Codes.ELEMENTS, Dates.ISO, Units.ONE_CODE, true);

    /** As the live service answers. */
    public static final CitizenShape LIVE = new CitizenShape(
            Names.WHOLE_UPPER_CASE, Relatives.PLAIN, Codes.PLAIN, Dates.BASIC, Units.THREE_CODES, false);

    /** How {@code HoVaTen} of the citizen is written. */
    public enum Names {
        /** {@code Ho}, {@code ChuDem}, {@code Ten}; a name recorded whole stands in {@code Ten}. */
        PARTS,
        /** {@code Ho} and {@code ChuDem} empty, the whole name in {@code Ten} in upper case. */
        WHOLE_UPPER_CASE
    }

    /** How {@code HoVaTen} of a related person is written. */
    public enum Relatives {
        /** In parts, as the citizen's own. */
        PARTS,
        /** Plain text in upper case. */
        PLAIN
    }

    /** How {@code DanToc} and {@code TonGiao} are written. */
    public enum Codes {
        /** {@code MaDanToc} or {@code MaTonGiao}, then {@code TenGoiKhac}. */
        ELEMENTS,
        /** The code as the element's text. */
        PLAIN
    }

    /** How {@code NgayThangNam} is written. */
    public enum Dates {
        /** {@code xs:date}, such as {@code 1980-01-02}. */
        ISO,
        /** {@code yyyyMMdd}, such as {@code 19800102}. */
        BASIC
    }

    /** How the unit of an address is written. */
    public enum Units {
        /** {@code MaDonViHanhChinh}: the ward, or else the district. */
        ONE_CODE,
        /** {@code MaTinhThanh}, {@code MaQuanHuyen}, {@code MaPhuongXa}. */
        THREE_CODES
    }
}
