/** How routes do: counts of each, and whether they do worse since they were exchanged. */
@NullMarked
package vn.dancu.bus.shelf.watch;

import org.jspecify.annotations.NullMarked;
