package vn.dancu.bus.system;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Keys that were set and do not exist. The message has keys only, never values. */
class UnknownSettingsException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * One such key.
     *
     * @param key as it was written
     * @param source where it was written
     * @param inRoom the keys that its room has
     */
    record Unknown(String key, String source, SortedSet<String> inRoom) {

        private String sentence() {
            String there = inRoom.isEmpty() ? "there is no such room" : "there are " + String.join(", ", inRoom);
            return key + " in " + source + "; " + there;
        }
    }

    UnknownSettingsException(List<Unknown> unknown) {
        super("Khóa cấu hình không tồn tại / Unknown settings: "
                + unknown.stream().map(Unknown::sentence).collect(Collectors.joining(" | ")));
    }
}
