package vn.dancu.bus.listing.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;

/** Writes a row of columns such as {@code HoVaTen/Ten} as a tree; what is absent stands nowhere, and no group is empty. */
final class PersonTree {

    private final List<String[]> paths;

    PersonTree(List<FieldPath> columns) {
        this.paths = columns.stream().map(column -> column.value().split("/")).toList();
    }

    /** What a tree is written to. */
    interface Target {
        void open(String element) throws IOException;

        void close(String element) throws IOException;

        void value(String element, String text) throws IOException;
    }

    void write(List<@Nullable String> values, Target to) throws IOException {
        List<String> open = new ArrayList<>(2);
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
                String[] path = paths.get(i);
                closeTo(common(open, path), open, to);
                for (int depth = open.size(); depth < path.length - 1; depth++) {
                    to.open(path[depth]);
                    open.add(path[depth]);
                }
                to.value(path[path.length - 1], value);
            }
        }
        closeTo(0, open, to);
    }

    private static int common(List<String> open, String[] path) {
        int depth = 0;
        while (depth < open.size() && depth < path.length - 1 && open.get(depth).equals(path[depth])) {
            depth++;
        }
        return depth;
    }

    private static void closeTo(int depth, List<String> open, Target to) throws IOException {
        while (open.size() > depth) {
            to.close(open.remove(open.size() - 1));
        }
    }
}
