/**
 * The inspectors' downloads: reports and operational records of a partner, written as the database gives them.
 *
 * <p>It decides nothing and changes nothing. No file holds a person's number.
 */
@NullMarked
package vn.dancu.bus.desk.report;

import org.jspecify.annotations.NullMarked;
