/** Alphabets of text messages: what a text needs on the air, how it is cut into parts, and what the octets of one that came say. */
@NullMarked
package vn.dancu.bus.sms.alphabet;

import org.jspecify.annotations.NullMarked;
