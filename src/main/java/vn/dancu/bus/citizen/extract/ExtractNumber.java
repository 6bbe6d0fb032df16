package vn.dancu.bus.citizen.extract;

/**
 * The number of an extract.
 *
 * @param year in which it was given, in Vietnam's time
 * @param value from 1 in each year
 */
public record ExtractNumber(int year, long value) {

    /** By which the question is found in the trail, as its message id: {@code TB-2026-15}. */
    public String id() {
        return "TB-" + year + "-" + value;
    }
}
