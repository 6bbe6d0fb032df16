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
    EDXML_V1("edxml", 1, "edxml.xsd");

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
