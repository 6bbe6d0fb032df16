package vn.dancu.bus.message;

/** Every family of messages with its version: a folder of {@code schemas/}. */
public enum Version {
    /** The questions to the population service, eleven operations. */
    POPULATION_V1("population", 1, "request.xsd"),
    /** QCVN 109:2017/BTTTT, annex Đ: names in parts, coded elements as complex types, xs:date. */
    QCVN_109_V1("citizen", 1, "citizen.xsd"),
    /** What the live service returns: the whole name in Ten, plain codes, yyyyMMdd, unit codes in three elements. */
    LIVE_V1("citizen-live", 1, "citizen.xsd"),
    /** Electronic documents and their statuses on the national document axis, QCVN 102:2016/BTTTT. */
    EDXML_V1("edxml", 1, "edxml.xsd"),
    /** The older form of electronic documents, e-doc.vn; for reading. */
    EDOC_V1("edoc", 1, "edoc.xsd"),
    /** Header fields of the X-Road message protocol 4.0. */
    XROAD_V1("xroad", 1, "xroad.xsd"),
    /** Records of the document axis's REST interface (VXP). */
    VXP_V1("vxp", 1, "vxp.xsd"),
    /** Catalogue records and calls of the national integration platform (NGSP). */
    NGSP_V1("ngsp", 1, "ngsp.xsd"),
    /** Calls of the National Public Service Portal. */
    DVCQG_V1("dvcqg", 1, "dvcqg.xsd"),
    /** What provinces' hubs wrap the population service in. */
    HUB_V1("hub", 1, "hub.xsd"),
    /** XacMinhThongTinNhanThanRequest in the namespace of one gateway. */
    GTEL_V1("gtel", 1, "gtel.xsd"),
    /** The change feed asked for with TraCuuThongTinCongDan. */
    CHANGE_FEED_V1("change-feed", 1, "change-feed.xsd");

    private final String family;
    private final int number;
    private final String file;

    Version(String family, int number, String file) {
        this.family = family;
        this.number = number;
        this.file = file;
    }

    /** The name of the family, such as {@code edxml}. */
    public String family() {
        return family;
    }

    /** The number of the version within the family. */
    public int number() {
        return number;
    }

    /** Where its schema lies on the class path. */
    public String schema() {
        return "schemas/" + family + "/v" + number + "/" + file;
    }
}
