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

/** A citizen as cells: a column for each value, by its path, such as {@code ThuongTru/MaTinhThanh}. */
final class CitizenColumns {

    static List<String> headings(Set<FieldPath> fields) {
        List<String> headings = new ArrayList<>();
        for (RecordField<Citizen, ?> field : CitizenFields.CITIZEN.fields()) {
            if (fields.contains(field.path())) {
                addHeadings(headings, "", field);
            }
        }
        return headings;
    }

    /** The cells under these headings; what is not released is empty. */
    static List<String> values(Set<FieldPath> fields, Citizen citizen) {
        List<String> cells = new ArrayList<>();
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values(citizen);
        for (RecordField<Citizen, ?> field : CitizenFields.CITIZEN.fields()) {
            if (fields.contains(field.path())) {
                addValues(cells, field, values);
            }
        }
        return cells;
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

    /** A citizen has no list of persons. */
    private static boolean isSimple(FieldKind kind) {
        return switch (kind) {
            case TEXT, DATE, STATUS -> true;
            case CODED, NAME, ADDRESS, PERSON, PERSONS -> false;
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
