/**
 * What goes back to the sender of a document as edXML: the answer with its files, and each status.
 *
 * <p>Face: {@link vn.dancu.bus.document.answer.AnswerWriter}. It decides nothing and sends nothing.
 */
@NullMarked
package vn.dancu.bus.document.answer;

import org.jspecify.annotations.NullMarked;
