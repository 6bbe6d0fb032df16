/** The JSON wire: the same contract in other letters. Property names are element names, the first letter small. */
@NullMarked
package vn.dancu.bus.message.json;

import org.jspecify.annotations.NullMarked;
