package vn.dancu.bench.trail;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of a command line, each as {@code name=value}. */
public final class Words {

    private final Map<String, String> values;

    private Words(Map<String, String> values) {
        this.values = values;
    }

    /** What is given, over the defaults; a name that has none is refused. */
    public static Words of(Map<String, String> defaults, List<String> arguments) {
        Map<String, String> values = new HashMap<>(defaults);
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length < 2 || values.replace(pair[0], pair[1]) == null) {
                throw new IllegalArgumentException(argument + " is none of "
                        + defaults.keySet().stream().sorted().toList());
            }
        }
        return new Words(values);
    }

    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public List<Integer> numbers(String name) {
        return Arrays.stream(text(name).split(",")).map(Integer::valueOf).toList();
    }
}
