/** The message library as a stranger meets it: a jar with five others beside it, and a document. */
@NullMarked
package vn.dancu.bus.library;

import org.jspecify.annotations.NullMarked;
