/**
 * The rules of a family, read once from its XML Schema, and the check of a tree by them. One set of rules for XML and JSON: the
 * contract is the schema, and nothing of it is written a second time in Java. Findings name the place and the rule, never the
 * value.
 */
@NullMarked
package vn.dancu.bus.message.grammar;

import org.jspecify.annotations.NullMarked;
