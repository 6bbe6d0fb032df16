/** Answers between the model and the trees of both shapes: one mapping, by the options of the shape. */
@NullMarked
package vn.dancu.bus.message.answer;

import org.jspecify.annotations.NullMarked;
