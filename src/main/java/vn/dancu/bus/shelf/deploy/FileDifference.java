package vn.dancu.bus.shelf.deploy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.shelf.BundleDifference.ChangedFile;
import vn.dancu.bus.shelf.bundle.BundleContent;

/** The lines in which two contents differ, by their longest common sequence; files of routes are short. */
final class FileDifference {

    private static final int MAX_LINES = 2_000;

    static List<ChangedFile> between(@Nullable BundleContent before, BundleContent after) {
        Map<String, String> old = new TreeMap<>();
        if (before != null) {
            before.files().forEach(file -> old.put(file.path(), file.text()));
        }
        Map<String, String> all = new TreeMap<>(old);
        Map<String, String> next = new TreeMap<>();
        after.files().forEach(file -> next.put(file.path(), file.text()));
        all.putAll(next);
        return all.keySet().stream()
                .filter(path -> !next.getOrDefault(path, "").equals(old.getOrDefault(path, "")))
                .map(path -> new ChangedFile(path, lines(lines(old.get(path)), lines(next.get(path)))))
                .toList();
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().limit(MAX_LINES).toList();
    }

    private static List<String> lines(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = 1; i <= before.size(); i++) {
            for (int j = 1; j <= after.size(); j++) {
                common[i][j] = before.get(i - 1).equals(after.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        List<String> shown = new ArrayList<>();
        int i = before.size();
        int j = after.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && before.get(i - 1).equals(after.get(j - 1))) {
                shown.add(" " + before.get(--i));
                j--;
            } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
                shown.add("+" + after.get(--j));
            } else {
                shown.add("-" + before.get(--i));
            }
        }
        Collections.reverse(shown);
        return shown;
    }

    private FileDifference() {}
}
