package vn.dancu.bus.message.population;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.field.RecordDescription;

/**
 * A name as the register holds it: in its three parts, or whole in {@code ten} with the other two empty (how many older
 * records are kept). Parts are never guessed from a whole name.
 *
 * @param ho family name, may be empty
 * @param chuDem middle name, may be empty
 * @param ten given name, or the whole name
 */
public record PersonName(String ho, String chuDem, String ten) {

    /** The fields by the names of their elements. */
    public static final RecordDescription<PersonName> FIELDS = RecordDescription.<PersonName>builder()
            .texts("Ho", "ChuDem", "Ten")
            .build(
                    name -> new Object[] {name.ho, name.chuDem, name.ten},
                    values -> new PersonName(part(values.at(0)), part(values.at(1)), part(values.at(2))));

    private static String part(@Nullable String part) {
        return part == null ? "" : part;
    }

    public static PersonName whole(String name) {
        return new PersonName("", "", name);
    }

    /** The parts in their order, joined by one space. */
    public String full() {
        return Stream.of(ho, chuDem, ten).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "PersonName[masked]";
    }
}
