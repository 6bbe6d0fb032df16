/** The routes of this instance in Camel: loaded, exchanged one by one, and put back as they were when something fails. */
@NullMarked
package vn.dancu.bus.shelf.swap;

import org.jspecify.annotations.NullMarked;
