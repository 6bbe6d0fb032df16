/** Dry runs: every file of the shelf in a Camel of its own, in which nothing reaches the outside. */
@NullMarked
package vn.dancu.bus.shelf.trial;

import org.jspecify.annotations.NullMarked;
