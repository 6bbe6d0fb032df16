package vn.dancu.bus.shelf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment would change.
 *
 * @param name of the bundle
 * @param from the version that is wanted now; null when there is none
 * @param to the version of the content
 * @param files the files that differ
 * @param rebuilt routes, of any bundle, that would be stopped and started again
 * @param added routes that would be new
 * @param removed routes that would end
 */
public record BundleDifference(
        String name,
        @Nullable String from,
        String to,
        List<ChangedFile> files,
        List<String> rebuilt,
        List<String> added,
        List<String> removed) {

    public BundleDifference {
        files = List.copyOf(files);
        rebuilt = List.copyOf(rebuilt);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * A file that differs.
     *
     * @param path in the bundle
     * @param lines each line of both, in order: {@code -} and a line that goes, {@code +} and one that comes, a blank and
     *     one that stays
     */
    public record ChangedFile(String path, List<String> lines) {

        public ChangedFile {
            lines = List.copyOf(lines);
        }
    }
}
