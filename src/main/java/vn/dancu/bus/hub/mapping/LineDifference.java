package vn.dancu.bus.hub.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dancu.bus.hub.MappingEntry;

/** What one version has and the one before had not. */
record LineDifference(int added, int changed, List<MappingEntry.Key> ended, List<MappingEntry> begun) {

    static LineDifference of(Map<MappingEntry.Key, String> before, Map<MappingEntry.Key, String> after) {
        List<MappingEntry.Key> ended = before.entrySet().stream()
                .filter(line -> !line.getValue().equals(after.get(line.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        List<MappingEntry> begun = after.entrySet().stream()
                .filter(line -> !line.getValue().equals(before.get(line.getKey())))
                .map(line ->
                        new MappingEntry(line.getKey().field(), line.getKey().local(), line.getValue()))
                .toList();
        int changed = (int)
                begun.stream().filter(entry -> before.containsKey(entry.key())).count();
        return new LineDifference(begun.size() - changed, changed, ended, begun);
    }

    Map<String, String> detail(String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("reason", reason);
        detail.put("added", Integer.toString(added));
        detail.put("changed", Integer.toString(changed));
        detail.put("removed", Integer.toString(ended.size() - changed));
        return detail;
    }
}
