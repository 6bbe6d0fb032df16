package vn.dancu.bus.document.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.field.FieldKind;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordDescription;
import vn.dancu.bus.message.population.field.RecordField;
import vn.dancu.bus.message.population.group.GroupValues;

/** A citizen as cells: a column for each value, by its path, such as {@code ThuongTru/MaTinhThanh}. */
final class CitizenColumns {

    static List<String> headings(Set<FieldPath> fields) {
        List<String> headings = new ArrayList<>();
        for (RecordField<Citizen, ?> field : CitizenFields.CITIZEN.fields()) {
            addHeadings(headings, field, fields);
        }
        return headings;
    }

    /** The cells under these headings; what is not released is empty. */
    static List<String> values(Set<FieldPath> fields, Citizen citizen) {
        List<String> cells = new ArrayList<>();
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values(citizen);
        for (RecordField<Citizen, ?> field : CitizenFields.CITIZEN.fields()) {
            addValues(cells, field, fields, values);
        }
        return cells;
    }

    private static <V> void addHeadings(List<String> headings, RecordField<Citizen, V> field, Set<FieldPath> fields) {
        if (fields.contains(field.path())) {
            addHeadings(headings, "", field);
        } else if (field.kind() == FieldKind.RECORD) {
            parts(field, fields).forEach(part -> addHeadings(headings, field.element() + "/", part));
        }
    }

    private static <V> void addValues(
            List<String> cells, RecordField<Citizen, V> field, Set<FieldPath> fields, FieldValues<Citizen> values) {
        if (fields.contains(field.path())) {
            addValues(cells, field, values);
        } else if (field.kind() == FieldKind.RECORD) {
            V value = values.get(field);
            FieldValues<V> inner = value == null ? null : field.nested().values(value);
            parts(field, fields).forEach(part -> addValues(cells, part, inner));
        }
    }

    /** Of a group that is not wanted whole the parts that are, and whence they are. */
    private static <V> List<RecordField<V, ?>> parts(RecordField<Citizen, V> group, Set<FieldPath> fields) {
        List<RecordField<V, ?>> parts = group.nested().fields();
        return parts.stream().anyMatch(part -> isNamed(group, part, fields))
                ? parts.stream()
                        .filter(part -> isNamed(group, part, fields) || GroupValues.isOrigin(part.element()))
                        .toList()
                : List.of();
    }

    private static boolean isNamed(RecordField<Citizen, ?> group, RecordField<?, ?> part, Set<FieldPath> fields) {
        return fields.contains(FieldPath.of(group.element() + "/" + part.element()));
    }

    private static void addHeadings(List<String> headings, String path, RecordField<?, ?> field) {
        String here = path + field.element();
        if (isSimple(field.kind())) {
            headings.add(here);
        } else {
            field.nested().fields().forEach(each -> addHeadings(headings, here + "/", each));
        }
    }

    private static <R, V> void addValues(List<String> cells, RecordField<R, V> field, @Nullable FieldValues<R> values) {
        V value = values == null ? null : values.get(field);
        if (isSimple(field.kind())) {
            cells.add(text(value));
            return;
        }
        RecordDescription<V> nested = field.nested();
        FieldValues<V> inner = value == null ? null : nested.values(value);
        for (RecordField<V, ?> each : nested.fields()) {
            addValues(cells, each, inner);
        }
    }

    /** The cells of a table hold no list. */
    private static boolean isSimple(FieldKind kind) {
        return switch (kind) {
            case TEXT, DATE, STATUS -> true;
            case CODED, NAME, ADDRESS, PERSON, RECORD, RECORDS -> false;
        };
    }

    private static String text(@Nullable Object value) {
        if (value instanceof BirthDate date) {
            return date.iso();
        }
        if (value instanceof CitizenStatus status) {
            return status.code();
        }
        return value == null ? "" : value.toString();
    }

    private CitizenColumns() {}
}
