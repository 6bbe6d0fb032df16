/**
 * Citizens who ask by text message, from the subscriber number that is recorded of them.
 *
 * <p>It answers the texts that room {@code sms} took ({@link vn.dancu.bus.sms.TextAnswerer}). Personal content leaves in two steps: a
 * one-time code to the number, then the content. Whoever may not see something reads the same text, whatever the reason, after the
 * same work. Numbers, people and codes are kept as keyed hashes.
 */
@NullMarked
package vn.dancu.bus.citizen.sms;

import org.jspecify.annotations.NullMarked;
