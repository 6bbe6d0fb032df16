package vn.dancu.bus.kernel;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One releasable field of the citizen message by its element name, such as {@code HoVaTen} or {@code ThuongTru}
 * (QCVN 109:2017/BTTTT, annex Đ). Policies, answers and audit events speak of fields only by this name.
 */
public record FieldPath(String value) implements Comparable<FieldPath> {

    public FieldPath {
        if (!value.matches("[A-Za-z][A-Za-z0-9]{0,63}(/[A-Za-z][A-Za-z0-9]{0,63}){0,4}")) {
            throw new IllegalArgumentException("A field path is element names joined by '/'");
        }
    }

    public static FieldPath of(String value) {
        return new FieldPath(value);
    }

    /** Whether this is a part of that field, however deep: {@code TheBHYT/MaThe} is one of {@code TheBHYT}. */
    public boolean isPartOf(FieldPath whole) {
        int length = whole.value.length();
        return value.length() > length && value.charAt(length) == '/' && value.startsWith(whole.value);
    }

    /**
     * What both sets speak of, in the order of the first. Where one has a field and the other a part of it, the part is what both speak
     * of.
     */
    public static Set<FieldPath> common(Set<FieldPath> first, Set<FieldPath> second) {
        Set<FieldPath> common = new LinkedHashSet<>();
        for (FieldPath one : first) {
            if (second.contains(one)) {
                common.add(one);
            } else {
                second.forEach(other -> {
                    if (one.isPartOf(other)) {
                        common.add(one);
                    } else if (other.isPartOf(one)) {
                        common.add(other);
                    }
                });
            }
        }
        return common;
    }

    @Override
    public int compareTo(FieldPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
