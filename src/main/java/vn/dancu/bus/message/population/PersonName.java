package vn.dancu.bus.message.population;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as the register holds it: in its three parts, or whole in {@code ten} with the other two empty (how many older
 * records are kept). Parts are never guessed from a whole name.
 *
 * @param ho family name, may be empty
 * @param chuDem middle name, may be empty
 * @param ten given name, or the whole name
 */
public record PersonName(String ho, String chuDem, String ten) {

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
