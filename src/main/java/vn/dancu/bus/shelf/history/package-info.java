/** What ran and what is to run, in PostgreSQL: the one place that all instances agree on. */
@NullMarked
package vn.dancu.bus.shelf.history;

import org.jspecify.annotations.NullMarked;
