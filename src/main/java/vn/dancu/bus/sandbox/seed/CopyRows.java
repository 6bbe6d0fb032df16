package vn.dancu.bus.sandbox.seed;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Identity;

/** Rows in the text format of PostgreSQL's COPY, value by value. Values hold no tab, newline or backslash. */
final class CopyRows {

    private static final String NATIONALITY = "VN";

    private final StringBuilder text = new StringBuilder(1 << 20);
    private boolean rowBegun;

    /** The next value of the row; null is SQL's null. */
    CopyRows add(@Nullable Object value) {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
        text.append(value == null ? "\\N" : value);
        return this;
    }

    CopyRows addAll(@Nullable Object... values) {
        for (Object value : values) {
            add(value);
        }
        return this;
    }

    /** Province, district, ward, detail and country. */
    CopyRows addPlace(@Nullable Address place) {
        return place == null
                ? addAll(null, null, null, null, null)
                : addAll(
                        place.provinceCode(),
                        place.districtCode(),
                        place.wardCode(),
                        place.detail(),
                        place.countryCode());
    }

    /** Both numbers, nationality and the three parts of the name. */
    CopyRows addPerson(@Nullable Identity person) {
        if (person == null) {
            return addAll(null, null, null, null, null, null);
        }
        PersonName name = person.name();
        return addAll(person.soDinhDanh(), person.soCmnd(), NATIONALITY, name.ho(), name.chuDem(), name.ten());
    }

    void endRow() {
        text.append('\n');
        rowBegun = false;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
