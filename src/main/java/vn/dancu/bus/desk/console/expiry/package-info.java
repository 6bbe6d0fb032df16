/** The console's page of certificates and other things that end, with the state of each. No face. */
@NullMarked
package vn.dancu.bus.desk.console.expiry;

import org.jspecify.annotations.NullMarked;
