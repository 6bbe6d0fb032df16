/** The desk of expiries: certificates, keys, credentials and lists with their ends. */
@NullMarked
package vn.dancu.bus.desk.expiry;

import org.jspecify.annotations.NullMarked;
