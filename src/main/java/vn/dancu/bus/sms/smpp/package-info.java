/** Sessions with the SMSCs of operators, on jSMPP: bound, held, bound anew; window, rate and answers after the commit. */
@NullMarked
package vn.dancu.bus.sms.smpp;

import org.jspecify.annotations.NullMarked;
