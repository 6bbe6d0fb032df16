/** Texts that came: read, taken once, joined from their parts, answered in the order of each sender, ended by rule. */
@NullMarked
package vn.dancu.bus.sms.inbound;

import org.jspecify.annotations.NullMarked;
