/**
 * The JSON wire: trees of every family by the names of their schema, without loss, and their JSON Schemas; and the population
 * service typed, as the REST door has it, where a property is the element's name with a small first letter.
 */
@NullMarked
package vn.dancu.bus.message.json;

import org.jspecify.annotations.NullMarked;
