package vn.dancu.bus.message.population.tree;

import java.util.List;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.population.AnswerLosses;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenMessages;
import vn.dancu.bus.message.population.CitizenShape;

/** {@link CitizenMessages} of one shape. */
public final class ShapedCitizenMessages implements CitizenMessages {

    private final AnswerMapper answers;

    public ShapedCitizenMessages(CitizenShape shape) {
        this.answers = new AnswerMapper(shape);
    }

    @Override
    public Node element(Citizen citizen) {
        return answers.element(citizen);
    }

    @Override
    public Citizen citizen(Node element) {
        return answers.citizen(element);
    }

    // The citizen is written and read back; no list of what a shape can carry is kept.
    @Override
    public List<FieldPath> losses(Citizen citizen) {
        Citizen back = citizen(element(citizen));
        return AnswerLosses.between(citizen, back);
    }
}
