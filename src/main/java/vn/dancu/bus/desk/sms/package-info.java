/** The desk of text messages: how the operators are doing, for the administration API. */
@NullMarked
package vn.dancu.bus.desk.sms;

import org.jspecify.annotations.NullMarked;
