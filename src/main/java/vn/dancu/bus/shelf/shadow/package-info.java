/**
 * The shadow of a deployment: copies of live messages go through the new version of their route, what the edges of the route gave the
 * live message is given to its copy, and what both did is compared. Nothing is sent, asked, audited or counted for a copy; copies live in
 * memory alone, and only shapes, codes and counts are reported.
 */
@NullMarked
package vn.dancu.bus.shelf.shadow;

import org.jspecify.annotations.NullMarked;
