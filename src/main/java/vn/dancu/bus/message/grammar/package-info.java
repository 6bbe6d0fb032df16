/**
 * The grammar of questions, read from {@code schemas/population/v1/request.xsd} once, and the neutral form in which a
 * question stands between its wire and the model. One set of rules for XML and JSON: the contract's.
 */
@NullMarked
package vn.dancu.bus.message.grammar;

import org.jspecify.annotations.NullMarked;
