package vn.dancu.bus.register;

/** A statement that reads what the register has under numbers, one or many. */
interface JdbcNumberQuery {

    /** Takes the number as its one parameter and gives at most one row. */
    String sql();

    /** Takes an array of numbers; gives at most one row for each, with the number in column {@code asked}. */
    String sqlOfMany();
}
