package vn.dancu.bus.register.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The condition of a selection, with its values. Only what was given stands in it. */
final class SelectionStatement {

    private final StringBuilder condition =
            new StringBuilder(" where c.state = 'ALIVE' and (c.so_dinh_danh is not null or c.so_cmnd is not null)");
    private final List<Object> values = new ArrayList<>();

    private SelectionStatement() {}

    static SelectionStatement of(PersonSelection selection) {
        SelectionStatement statement = new SelectionStatement();
        PersonSelection.Area area = selection.area();
        if (area != null) {
            statement.area(area);
        }
        statement.is("coalesce(c.birth_date, make_date(c.birth_year, 1, 1)) >= ?", selection.bornFrom());
        statement.is("coalesce(c.birth_date, make_date(c.birth_year, 1, 1)) <= ?", selection.bornUntil());
        statement.is("c.blood_group = ?", selection.bloodGroup());
        statement.is("c.gender = ?", selection.gender());
        statement.is("c.ethnicity = ?", selection.ethnicity());
        statement.is("c.religion = ?", selection.religion());
        return statement;
    }

    /** A ward means nothing without its scheme: with a district it is of three tiers, without one of two. */
    private void area(PersonSelection.Area area) {
        String word = area.isPresent() ? "c.present_" : "c.permanent_";
        is(word + "province = ?", area.province());
        is(word + "district = ?", area.district());
        is(word + "ward = ?", area.ward());
        if (area.ward() != null && area.district() == null) {
            condition.append(" and ").append(word).append("district is null");
        }
    }

    private void is(String text, @Nullable Object value) {
        if (value != null) {
            condition.append(" and ").append(text);
            values.add(value);
        }
    }

    String condition() {
        return condition.toString();
    }

    /** In the order of the question marks, and then those. */
    Object[] values(Object... others) {
        return Stream.concat(values.stream(), Arrays.stream(others)).toArray();
    }
}
