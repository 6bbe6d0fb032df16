package vn.dancu.bus.message.population;

/**
 * How a wire writes the same citizen. {@link CitizenMessages#losses} names what a shape cannot carry.
 *
 * @param names names of the citizen
 * @param relatives names of related persons
 * @param codes ethnicity and religion
 * @param dates the date of birth
 * @param units administrative units of an address
 * @param attributes whether status, moment and request id stand in attributes of the root (GhiChu, ThoiDiemDuLieu, id,
 *     SoCongDan); otherwise they are not in the document, and SoLuongCongDan is 0 or 1
 * @param existence the element that answers XacThucThongTinCongDan
 */
public record CitizenShape(
        Names names,
        Relatives relatives,
        Codes codes,
        Dates dates,
        Units units,
        boolean attributes,
        Existence existence) {

    /** How a citizen's name is written. */
    public enum Names {
        /** Ho, ChuDem, Ten; a name recorded whole stands in Ten, parts are never guessed. */
        PARTS,
        /** Ho and ChuDem empty, Ten the whole name in upper case. */
        WHOLE_UPPER_CASE
    }

    /** How a related person's name is written. */
    public enum Relatives {
        /** In parts, as the citizen's own. */
        PARTS,
        /** As plain text in upper case. */
        PLAIN
    }

    /** How coded values are written. */
    public enum Codes {
        /** In elements of their own: MaDanToc, MaTonGiao, TenGoiKhac. */
        ELEMENTS,
        /** As plain text; TenGoiKhac of the ethnicity stands beside it. */
        PLAIN
    }

    /** How a day is written. */
    public enum Dates {
        /** {@code yyyy-MM-dd}. */
        ISO,
        /** {@code yyyyMMdd}. */
        BASIC
    }

    /** How the units of an address are written. */
    public enum Units {
        /** MaDonViHanhChinh: the ward, or else the district; the others beside it. */
        ONE_CODE,
        /** MaTinhThanh, MaQuanHuyen, MaPhuongXa. */
        THREE_CODES
    }

    /** The element of a yes or no; both are met. */
    public enum Existence {
        RESPONSE("KetQuaXacThucResponse"),
        PLAIN("KetQuaXacThuc");

        private final String element;

        Existence(String element) {
            this.element = element;
        }

        /** Its name. */
        public String element() {
            return element;
        }
    }

    /** QCVN 109:2017/BTTTT, annex Đ. */
    public static final CitizenShape OFFICIAL = new CitizenShape(
            Names.PARTS, Relatives.PARTS, Codes.ELEMENTS, Dates.ISO, Units.ONE_CODE, true, Existence.RESPONSE);

    /** What the live service returns. */
    public static final CitizenShape LIVE = new CitizenShape(
            Names.WHOLE_UPPER_CASE,
            Relatives.PLAIN,
            Codes.PLAIN,
            Dates.BASIC,
            Units.THREE_CODES,
            false,
            Existence.RESPONSE);
}
