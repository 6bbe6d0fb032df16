/** Questions between their neutral form and the model: the rules that a schema cannot state, and the claims. */
@NullMarked
package vn.dancu.bus.message.question;

import org.jspecify.annotations.NullMarked;
