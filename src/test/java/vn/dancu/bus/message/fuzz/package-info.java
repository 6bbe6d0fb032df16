/**
 * What holds for every input there can be, message or none: it is read or refused, in time, and what is read can be written.
 */
@NullMarked
package vn.dancu.bus.message.fuzz;

import org.jspecify.annotations.NullMarked;
