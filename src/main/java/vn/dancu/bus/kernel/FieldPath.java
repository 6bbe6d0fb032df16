package vn.dancu.bus.kernel;

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

    @Override
    public int compareTo(FieldPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
