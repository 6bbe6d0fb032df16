package vn.dancu.bus.enrichment.job;

/** Who stands in the register of {@link EnrichmentRoom}, and lines of a delivery about them. */
final class RoomPeople {

    static final String HEADER = "SoDinhDanh,HoVaTen,NgaySinh,MaThe,GiaTriTu,NgayXacThuc\n";

    private RoomPeople() {}

    static String number(int i) {
        return String.format("9990800%05d", i);
    }

    static String oldNumber(int i) {
        return String.format("9991800%05d", i);
    }

    static String name(int i) {
        return "MAUVAN" + (char) ('A' + i);
    }

    /** A line about that person. */
    static String line(int i, int card) {
        return line(i, card, "01/11/2026");
    }

    static String line(int i, int card, String verified) {
        return String.format("%s,%s,%02d/01/1980,GD401%010d,01/01/2026,%s%n", number(i), name(i), i, card, verified);
    }

    static String people(int from, int to, int card) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append(line(i, card + i));
        }
        return text.toString();
    }
}
