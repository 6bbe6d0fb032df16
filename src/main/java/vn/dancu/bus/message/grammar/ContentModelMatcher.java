package vn.dancu.bus.message.grammar;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.grammar.Rule.Complex;
import vn.dancu.bus.message.grammar.Rule.ElementRule;

/**
 * Whether the elements within one other are as its type has them: each known there, in its order, as often as it may be.
 * The reader adds them one by one, so that the verdict is there at the end tag.
 */
public final class ContentModelMatcher {

    private final Complex rule;
    private final int[] counts;
    private int last;
    private int ordinal;
    private boolean regular = true;

    public ContentModelMatcher(Complex rule) {
        this.rule = rule;
        this.counts = new int[rule.steps().size()];
    }

    /** The rule of the next element by its name; null where the type does not know it. */
    public @Nullable ElementRule find(String name) {
        return rule.element(name, ordinal);
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
        ordinal = known.ordinal();
        regular &= (step >= last || !rule.isOrdered()) && ++counts[step] <= rule.max(step);
        last = step;
    }

    /** Whether it was all right, and nothing is missing. */
    public boolean isRegular() {
        for (int step = 0; regular && step < counts.length; step++) {
            regular = counts[step] >= rule.min(step);
        }
        return regular;
    }
}
