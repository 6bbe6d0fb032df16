/**
 * What a request document asks: its attachments in XML, JSON and CSV, read one question at a time, and the results in the same
 * format.
 *
 * <p>Faces: {@link vn.dancu.bus.document.question.QuestionFile} and {@link vn.dancu.bus.document.question.ResultFormat}. A row that
 * is wrong is refused by itself; a file that cannot be read to its end is refused before anybody in it is asked about.
 */
@NullMarked
package vn.dancu.bus.document.question;

import org.jspecify.annotations.NullMarked;
