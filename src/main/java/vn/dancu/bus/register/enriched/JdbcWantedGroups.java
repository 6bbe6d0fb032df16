package vn.dancu.bus.register.enriched;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;
import vn.dancu.bus.message.population.group.GroupValues;
import vn.dancu.bus.message.population.group.NamedText;
import vn.dancu.bus.message.population.group.OtherGroup;

/**
 * The wanted groups of a person as one array of rows. Each of them is a look-up by the primary key of its partition, since PostgreSQL learns
 * the numbers of the groups before it begins and leaves out the other partitions.
 */
final class JdbcWantedGroups implements JdbcGroupColumns {

    /** Between two values, as the merge of enrichment keeps them. */
    private static final String SEPARATOR = "\u001F";

    private static final String COLUMN = "brought";
    private static final String ROWS =
            """
            , (select array_agg(array[g.element, o.authority, e.verified_on::text, array_to_string(o.elements, chr(31)), e.content]
                    order by g.element)
                from register.enriched e join register.enriched_origin o on o.id = e.origin_id
                join register.enriched_group g on g.id = e.group_id
                where e.citizen_id = c.citizen_id and %s) as brought""";

    private static final String NUMBER = "(select id from register.enriched_group where element = '%s')";

    private final List<RecordField<Citizen, GroupValues>> groups;
    private final Set<String> elements;

    JdbcWantedGroups(Set<FieldPath> wanted) {
        this.groups = CitizenFields.GROUPS.stream()
                .filter(group -> wanted.contains(group.path())
                        || wanted.stream().anyMatch(field -> field.isPartOf(group.path())))
                .toList();
        this.elements = new TreeSet<>();
        groups.forEach(group -> elements.add(group.element()));
        wanted.stream()
                .filter(field -> field.equals(OtherGroup.ALL) || field.isPartOf(OtherGroup.ALL))
                .map(field -> field.value().split("/", -1))
                .forEach(parts -> elements.add(parts.length == 1 ? parts[0] : parts[0] + "/" + parts[1]));
    }

    /** A path is letters, digits and slashes, so that it can stand in a statement. */
    @Override
    public String select() {
        if (elements.isEmpty()) {
            return "";
        }
        String named = elements.stream()
                .map(element -> String.format(Locale.ROOT, NUMBER, element))
                .collect(Collectors.joining(", ", "e.group_id in (", ")"));
        boolean isAll = elements.contains(OtherGroup.ALL.value());
        return String.format(
                Locale.ROOT, ROWS, isAll ? "(" + named + " or g.element like '" + OtherGroup.ALL + "/%')" : named);
    }

    @Override
    public void read(ResultSet row, FieldValues<Citizen> values) throws SQLException {
        Array brought = elements.isEmpty() ? null : row.getArray(COLUMN);
        if (brought != null) {
            for (String[] each : (String[][]) brought.getArray()) {
                set(values, HeldGroup.of(each));
            }
        }
    }

    private void set(FieldValues<Citizen> values, HeldGroup held) {
        for (RecordField<Citizen, GroupValues> group : groups) {
            if (group.element().equals(held.element())) {
                values.set(group, values(group.nested(), held));
                return;
            }
        }
        values.add(CitizenFields.DU_LIEU_LAM_GIAU, other(held));
    }

    /** What the contract has no name for stays behind: no source that is loaded brings such. */
    private static GroupValues values(RecordDescription<GroupValues> description, HeldGroup held) {
        FieldValues<GroupValues> values = description.values();
        for (int i = 0; i < held.names().length; i++) {
            set(description, values, held.names()[i], held.text(i));
        }
        set(description, values, GroupValues.AUTHORITY, held.authority());
        set(description, values, GroupValues.VERIFIED_ON, held.verifiedOn());
        return description.record(values);
    }

    private static void set(
            RecordDescription<GroupValues> description,
            FieldValues<GroupValues> values,
            String name,
            @Nullable String text) {
        RecordField<GroupValues, ?> field = description.ofElement(name);
        if (field != null) {
            values.set(field, text);
        }
    }

    private static OtherGroup other(HeldGroup held) {
        List<NamedText> values = new ArrayList<>();
        for (int i = 0; i < held.names().length; i++) {
            String text = held.text(i);
            if (text != null) {
                values.add(new NamedText(held.names()[i], text));
            }
        }
        return new OtherGroup(
                held.element().substring(OtherGroup.ALL.value().length() + 1),
                values,
                held.authority(),
                held.verifiedOn());
    }

    /** One group of a person, by the columns of {@link #ROWS}. */
    @SuppressWarnings("ArrayRecordComponent")
    private record HeldGroup(String element, String authority, String verifiedOn, String[] names, String[] texts) {

        static HeldGroup of(String[] row) {
            return new HeldGroup(row[0], row[1], row[2], row[3].split(SEPARATOR, -1), row[4].split(SEPARATOR, -1));
        }

        @Nullable
        String text(int place) {
            return place >= texts.length || texts[place].isEmpty() ? null : texts[place];
        }

        @Override
        public String toString() {
            return "HeldGroup[" + element + ", masked]";
        }
    }
}
