/**
 * What holds for every message there can be: messages are generated from the schema of their family, written as XML in all
 * the ways that XML allows, and must come back from JSON as the same document.
 */
@NullMarked
package vn.dancu.bus.message.lossless;

import org.jspecify.annotations.NullMarked;
