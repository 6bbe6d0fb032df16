package vn.dancu.bench.enrichment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.IntFunction;
import vn.dancu.bench.register.JdbcPeople;

/**
 * A card for each of the people of {@link vn.dancu.bench.register.JdbcPeople}, made while it is read.
 *
 * @param people how many; their file has so many records
 * @param place of the register of the card, by which one delivery differs from another
 * @param isShuffled whether the file is in another order than the register
 */
record HealthCards(int people, int place, boolean isShuffled) {

    static final String HEADER = "SoDinhDanh,HoVaTen,NgaySinh,MaThe,NoiDangKyKCB,GiaTriTu,GiaTriDen,NgayXacThuc\n";

    private static final int PART = 2000;

    /** Coprime to every number of people that is asked for, so that each comes once. */
    private static final long STRIDE = 1_000_003;

    /** The file as a source delivers it, CSV in UTF-8. */
    InputStream file() {
        return stream(HEADER, this::record);
    }

    /** The same as rows of COPY: line, number, folded name, birth date, day, values. */
    InputStream rows() {
        return stream("", this::row);
    }

    private int person(int at) {
        return 1 + (int) (isShuffled ? at * STRIDE % people : at);
    }

    private String record(int at) {
        int n = person(at);
        int year = 1950 + n % 60;
        return "999" + nine(n) + ",MẪU VĂN " + JdbcPeople.letters(n) + ',' + two(1 + n % 28) + '/' + two(1 + n % 12)
                + '/' + year + ",GD4010" + nine(n) + "," + place + ",01/01/2026,31/12/2026,01/11/2026\n";
    }

    private String row(int at) {
        int n = person(at);
        int year = 1950 + n % 60;
        return (at + 2) + "\t999" + nine(n) + "\tMAUVAN" + JdbcPeople.letters(n) + '\t' + year + '-' + two(1 + n % 12)
                + '-' + two(1 + n % 28)
                + "\t2026-11-01\tGD4010" + nine(n) + "\u001f\u001f" + place
                + "\u001f\u001f\u001f\u001f2026-01-01\u001f2026-12-31\u001f\n";
    }

    private InputStream stream(String head, IntFunction<String> line) {
        return new SequenceInputStream(new Enumeration<>() {
            private int at = -1;

            @Override
            public boolean hasMoreElements() {
                return at < people;
            }

            @Override
            public InputStream nextElement() {
                StringBuilder text = new StringBuilder(PART * 128);
                if (at < 0) {
                    text.append(head);
                    at = 0;
                }
                for (int end = Math.min(people, at + PART); at < end; at++) {
                    text.append(line.apply(at));
                }
                return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static String nine(int n) {
        String digits = Integer.toString(n);
        return "000000000".substring(digits.length()) + digits;
    }

    private static String two(int part) {
        return part < 10 ? "0" + part : Integer.toString(part);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d cards, %s", people, isShuffled ? "shuffled" : "in order");
    }
}
