/** What citizens write in text messages and what they read: the grammar as data, commands out of it, answers that fit. */
@NullMarked
package vn.dancu.bus.citizen.sms.text;

import org.jspecify.annotations.NullMarked;
