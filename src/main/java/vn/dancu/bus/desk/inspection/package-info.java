/**
 * The inspectors' desk: search in the trail, a look at the person of one record, reports, operational records.
 *
 * <p>It reads and writes down what was asked; it changes nothing. A person's number comes in a body and leaves in the answer
 * to a look alone, never in a path, a query or a file's name.
 */
@NullMarked
package vn.dancu.bus.desk.inspection;

import org.jspecify.annotations.NullMarked;
