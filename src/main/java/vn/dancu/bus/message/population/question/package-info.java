/** Questions between their XML tree and the record: the rules that a schema cannot state, and the claims. */
@NullMarked
package vn.dancu.bus.message.population.question;

import org.jspecify.annotations.NullMarked;
