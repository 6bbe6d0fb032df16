package vn.dancu.bus.register.enriched;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/** Each group is one look-up by the primary key of its partition, since PostgreSQL learns the group's number before it begins. */
final class JdbcWantedGroups implements JdbcGroupColumns {

    /** Between two values, as the merge of enrichment keeps them. */
    private static final String SEPARATOR = "\u001F";

    private static final String ROW =
            "array[g.element, o.authority, e.verified_on::text, array_to_string(o.elements, chr(31)), e.content]";
    private static final String TABLES =
            " from register.enriched e join register.enriched_origin o on o.id = e.origin_id"
                    + " join register.enriched_group g on g.id = e.group_id where e.citizen_id = c.citizen_id and ";

    private final List<RecordField<Citizen, GroupValues>> groups;
    private final List<String> others;

    JdbcWantedGroups(Set<FieldPath> wanted) {
        this.groups = CitizenFields.GROUPS.stream()
                .filter(field -> isWanted(field.path(), wanted))
                .toList();
        this.others = others(wanted);
    }

    private static boolean isWanted(FieldPath group, Set<FieldPath> wanted) {
        return wanted.contains(group) || wanted.stream().anyMatch(field -> field.isPartOf(group));
    }

    /** Names of other groups; that of them all where they are wanted, and nothing else then. */
    private static List<String> others(Set<FieldPath> wanted) {
        return wanted.contains(OtherGroup.ALL)
                ? List.of(OtherGroup.ALL.value())
                : wanted.stream()
                        .filter(field -> field.isPartOf(OtherGroup.ALL))
                        .map(field -> field.value().split("/", -1))
                        .map(parts -> parts[0] + "/" + parts[1])
                        .distinct()
                        .toList();
    }

    /** A path is letters, digits and slashes, so that it can stand in a statement. */
    @Override
    public String select() {
        StringBuilder columns = new StringBuilder();
        for (RecordField<Citizen, GroupValues> group : groups) {
            columns.append(", (select ")
                    .append(ROW)
                    .append(TABLES)
                    .append("e.group_id = (select id from register.enriched_group where element = '")
                    .append(group.element())
                    .append("')) as ")
                    .append(group.element());
        }
        if (!others.isEmpty()) {
            columns.append(", (select array_agg(")
                    .append(ROW)
                    .append(" order by g.element)")
                    .append(TABLES)
                    .append(others())
                    .append(") as ")
                    .append(OtherGroup.ALL);
        }
        return columns.toString();
    }

    private String others() {
        return others.contains(OtherGroup.ALL.value())
                ? "g.element like '" + OtherGroup.ALL + "/%'"
                : others.stream().collect(Collectors.joining("', '", "g.element in ('", "')"));
    }

    @Override
    public void read(ResultSet row, FieldValues<Citizen> values) throws SQLException {
        for (RecordField<Citizen, GroupValues> group : groups) {
            Array held = row.getArray(group.element());
            if (held != null) {
                values.set(group, values(group.nested(), HeldGroup.of((String[]) held.getArray())));
            }
        }
        Array held = others.isEmpty() ? null : row.getArray(OtherGroup.ALL.value());
        if (held != null) {
            for (String[] each : (String[][]) held.getArray()) {
                values.add(CitizenFields.DU_LIEU_LAM_GIAU, other(HeldGroup.of(each)));
            }
        }
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

    /** One group of a person, by the columns of {@link #ROW}. */
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
