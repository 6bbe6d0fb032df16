package vn.dancu.bus.message.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.grammar.Rule.Particle;
import vn.dancu.bus.message.grammar.Rule.Sequence;

/** Names what is wrong with a question: the code, the field by its path, the rule; never the value. */
public final class Findings {

    // A name that the asker made up may itself hold an id or worse; only a short plain word is repeated.
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z]{1,40}");

    private Findings() {}

    /** The path of a child; the root's own path is empty. */
    public static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    public static BusException invalid(String path, String words) {
        return refusal(ErrorCode.FIELD_INVALID, path, words);
    }

    public static BusException missing(String path, String words) {
        return refusal(ErrorCode.FIELD_MISSING, path, words);
    }

    /** An element that the contract does not have at this place. */
    public static BusException unknown(String path, String name, String words) {
        return refusal(ErrorCode.FIELD_UNKNOWN, PLAIN_WORD.matcher(name).matches() ? join(path, name) : path, words);
    }

    public static BusException duplicated(String path) {
        return refusal(ErrorCode.FIELD_DUPLICATED, path, "given once");
    }

    public static BusException refusal(ErrorCode code, String path, String words) {
        return new BusException(Refusal.of(code, path.isEmpty() ? "/" : path, words));
    }

    /** Why these children are not this sequence: unknown before repeated before missing before out of order. */
    static BusException explain(List<Node> children, Sequence sequence, String path) {
        for (Node child : children) {
            if (sequence.indexOf(child.name()) < 0) {
                return unknown(path, child.name(), "an element of the schema at this place");
            }
        }
        for (Particle particle : sequence.particles()) {
            BusException wrong = explainCount(children, particle, path);
            if (wrong != null) {
                return wrong;
            }
        }
        return explainOrder(children, sequence, path);
    }

    private static @Nullable BusException explainCount(List<Node> children, Particle particle, String path) {
        int count = 0;
        Set<String> names = new HashSet<>();
        for (Node child : children) {
            if (particle.rule(child.name()) != null) {
                count++;
                names.add(child.name());
            }
        }
        String field = particle.alternatives().size() == 1 ? join(path, particle.names()) : path;
        if (count > particle.max()) {
            if (names.size() > 1) {
                return invalid(path, "one of " + particle.names());
            }
            String repeated = join(path, names.iterator().next());
            return particle.max() == 1
                    ? duplicated(repeated)
                    : invalid(repeated, "at most " + particle.max() + " times");
        }
        return count < particle.min() ? missing(field, particle.names() + " is required") : null;
    }

    private static BusException explainOrder(List<Node> children, Sequence sequence, String path) {
        int highest = -1;
        String before = "";
        for (Node child : children) {
            int index = sequence.indexOf(child.name());
            if (index < highest) {
                return refusal(ErrorCode.FIELD_ORDER, join(path, child.name()), "stands before " + before);
            }
            if (index > highest) {
                highest = index;
                before = child.name();
            }
        }
        throw new IllegalStateException("The children are the sequence");
    }
}
