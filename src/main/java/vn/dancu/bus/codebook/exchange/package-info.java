/** What a pull does with what the platform says: compared, taken over, kept for a person, and put in use at every instance. */
@NullMarked
package vn.dancu.bus.codebook.exchange;

import org.jspecify.annotations.NullMarked;
