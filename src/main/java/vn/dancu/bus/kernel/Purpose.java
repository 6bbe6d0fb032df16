package vn.dancu.bus.kernel;

/** Why data is asked for, as the policy names it, such as {@code giai-quyet-tthc} (the legal basis behind a grant). */
public record Purpose(String value) {

    public Purpose {
        if (!value.matches("[a-z][a-z0-9-]{1,63}")) {
            throw new IllegalArgumentException("A purpose is 2 to 64 of [a-z0-9-], first a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
