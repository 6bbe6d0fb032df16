package vn.dancu.bus.message.answer;

import java.util.List;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Citizen;
import vn.dancu.bus.message.CitizenMessages;
import vn.dancu.bus.message.CitizenShape;
import vn.dancu.bus.message.Node;

/** {@link CitizenMessages} of one shape. */
public final class ShapedCitizens implements CitizenMessages {

    private final Answers answers;

    public ShapedCitizens(CitizenShape shape) {
        this.answers = new Answers(shape);
    }

    @Override
    public Node element(Citizen citizen) {
        return answers.element(citizen);
    }

    @Override
    public Citizen citizen(Node element) {
        return answers.citizen(element);
    }

    // Nothing is told from a list of what a shape can: it is tried.
    @Override
    public List<FieldPath> losses(Citizen citizen) {
        Citizen back = citizen(element(citizen));
        return AnswerLosses.between(citizen, back);
    }
}
