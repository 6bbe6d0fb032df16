/**
 * The endpoint {@code sms:} for routes: what operators deliver is taken, what was taken is answered, and what goes out is cut into
 * parts and submitted. Neither step decides anything; all go to room {@code sms}.
 */
@NullMarked
package vn.dancu.bus.camel.sms;

import org.jspecify.annotations.NullMarked;
