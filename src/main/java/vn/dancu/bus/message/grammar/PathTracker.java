package vn.dancu.bus.message.grammar;

import java.util.Arrays;

/** Where a check stands. Its path is made only when there is something to report. */
final class PathTracker {

    private static final int NONE = -1;

    private final String start;
    private String[] names = new String[16];
    private int[] indexes = new int[16];
    private int depth;

    PathTracker(String start) {
        this.start = start;
    }

    /** Steps into a child; the index counts those of its name, and is in the path where the schema lets it repeat. */
    void enter(String name, boolean repeats, int index) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
        }
        names[depth] = name;
        indexes[depth] = repeats ? index : NONE;
        depth++;
    }

    void leave() {
        depth--;
    }

    /** The path of a child of this place. */
    String path(String child) {
        String here = path();
        return here.equals("/") ? child : here + "/" + child;
    }

    /** The path of this place; the root's own is {@code /}. */
    String path() {
        StringBuilder path = new StringBuilder(start);
        for (int i = 0; i < depth; i++) {
            path.append(path.isEmpty() ? "" : "/").append(names[i]);
            if (indexes[i] != NONE) {
                path.append('[').append(indexes[i]).append(']');
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }
}
