/** Consents as operators and inspectors see them: how many there are, and one by its id; never whose they are. */
@NullMarked
package vn.dancu.bus.desk.consent;

import org.jspecify.annotations.NullMarked;
