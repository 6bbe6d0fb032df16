package vn.dancu.bus.citizen.question;

import java.time.LocalDate;

/**
 * A question was not answered in time. Published once, in the transaction that says so.
 *
 * @param partner whose system should have answered; {@code dancu-bus} for the bus itself
 */
public record OverdueQuestion(String number, String partner, LocalDate dueOn) {}
