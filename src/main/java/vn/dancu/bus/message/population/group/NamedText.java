package vn.dancu.bus.message.population.group;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.field.RecordDescription;

/**
 * One value of a group that has no element of its own.
 *
 * @param name the column of the source
 */
public record NamedText(String name, String text) {

    static final RecordDescription<NamedText> FIELDS = RecordDescription.<NamedText>builder()
            .texts("Ten", "NoiDung")
            .build(
                    named -> new @Nullable Object[] {named.name, named.text},
                    values -> new NamedText(
                            Objects.requireNonNullElse(values.at(0), ""),
                            Objects.requireNonNullElse(values.at(1), "")));

    @Override
    public String toString() {
        return "NamedText[" + name + ", masked]";
    }
}
