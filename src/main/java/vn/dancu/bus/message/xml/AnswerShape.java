package vn.dancu.bus.message.xml;

import jakarta.xml.bind.JAXBElement;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.Answer;
import vn.dancu.bus.message.ErrorTexts;

/** Answers between the model and the bound types of one shape. */
interface AnswerShape {

    JAXBElement<?> element(Answer answer);

    JAXBElement<?> element(Refusal refusal, ErrorTexts texts);

    /** The answer in a bound value of this shape; null when the value is none. */
    @Nullable
    Answer answer(Object value);
}
