/**
 * Where the time of a server under load goes: a flight recording, counted and written as text.
 *
 * <p>It says what was sampled; what to change is the reader's conclusion.
 */
@NullMarked
package vn.dancu.bench.profile;

import org.jspecify.annotations.NullMarked;
