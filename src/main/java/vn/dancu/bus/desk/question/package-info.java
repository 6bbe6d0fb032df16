/**
 * The operators' desk for questions of citizens about uses of their data: what waits, what is overdue, and the end of one in place of
 * an authority.
 *
 * <p>No face. A list has no texts; whoever reads one leaves a trace that the citizen sees.
 */
@NullMarked
package vn.dancu.bus.desk.question;

import org.jspecify.annotations.NullMarked;
