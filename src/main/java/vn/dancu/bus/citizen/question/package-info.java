/**
 * "This look-up seems wrong": what a citizen asks an authority about one use of their data, the answer, and the terms.
 *
 * <p>Faces: {@link vn.dancu.bus.citizen.question.CitizenQuestions} for the citizen, {@link
 * vn.dancu.bus.citizen.question.AuthorityQuestions} for the authority that asked, {@link
 * vn.dancu.bus.citizen.question.QuestionOversight} for those who run the bus. An authority reads its own message id and the text
 * of the citizen, never who the citizen is. Texts are sealed at rest and deleted when their time is over.
 */
@NullMarked
@NamedInterface("question")
package vn.dancu.bus.citizen.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
