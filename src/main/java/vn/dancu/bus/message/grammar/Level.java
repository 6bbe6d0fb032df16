package vn.dancu.bus.message.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;
import vn.dancu.bus.message.grammar.Rule.Step;

/**
 * Whether the elements within one other are as its type has them: each known there, in its order, as often as it may be.
 * They are told one after the other, so that a reader knows at the end tag.
 */
public final class Level {

    private final Complex rule;
    private final int[] counts;
    private int last;
    private boolean regular = true;

    public Level(Complex rule) {
        this.rule = rule;
        this.counts = new int[rule.steps().size()];
    }

    /**
     * The next element.
     *
     * @param known its rule; null where the type does not know it
     * @param own whether it belongs to the family
     */
    public void add(@Nullable ElementRule known, boolean own) {
        if (known == null) {
            regular &= rule.isOpen() && !own;
            return;
        }
        int step = known.step();
        regular &= (step >= last || !rule.isOrdered())
                && ++counts[step] <= rule.steps().get(step).max();
        last = step;
    }

    /** Whether it was all right, and nothing is missing. */
    public boolean isRegular() {
        List<Step> steps = rule.steps();
        for (int step = 0; regular && step < counts.length; step++) {
            regular = counts[step] >= steps.get(step).min();
        }
        return regular;
    }
}
