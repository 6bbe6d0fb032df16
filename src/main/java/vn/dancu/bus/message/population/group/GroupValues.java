package vn.dancu.bus.message.population.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;

/**
 * What an authority brought about a citizen in one group.
 *
 * @param texts in the order of the group's description, each in the canonical form of its source's check; null where there is none or it
 *     was not released
 */
public record GroupValues(List<@Nullable String> texts) {

    /** The partner id of the authority that brought the group. */
    public static final String AUTHORITY = "CoQuanCungCap";

    /** The day on which that authority verified it, {@code yyyy-MM-dd}. */
    public static final String VERIFIED_ON = "NgayXacThuc";

    public GroupValues {
        texts = Collections.unmodifiableList(new ArrayList<>(texts));
    }

    /** The description of a group with these values: they, and whence they are. */
    static RecordDescription<GroupValues> described(String... values) {
        String[] elements = Stream.concat(Stream.of(values), Stream.of(AUTHORITY, VERIFIED_ON))
                .toArray(String[]::new);
        return RecordDescription.<GroupValues>builder()
                .texts(elements)
                .build(group -> group.texts.toArray(), read -> of(read, elements.length));
    }

    private static GroupValues of(FieldValues<GroupValues> read, int count) {
        @Nullable String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = read.at(i);
        }
        return new GroupValues(Arrays.asList(texts));
    }

    /** Whether an element says whence the values are. */
    public static boolean isOrigin(String element) {
        return element.equals(AUTHORITY) || element.equals(VERIFIED_ON);
    }

    @Override
    public String toString() {
        return "GroupValues[masked]";
    }
}
