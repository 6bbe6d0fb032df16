package vn.dancu.bus.kernel;

/** One service of the population database by its operation name, such as {@code TraCuuThongTinCongDan}. */
public record ServiceCode(String value) {

    public ServiceCode {
        if (!value.matches("[A-Za-z][A-Za-z0-9]{2,63}")) {
            throw new IllegalArgumentException("A service code is 3 to 64 letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
