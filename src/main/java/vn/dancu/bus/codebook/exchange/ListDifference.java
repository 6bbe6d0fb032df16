package vn.dancu.bus.codebook.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.codebook.PullFault;
import vn.dancu.bus.codebook.platform.PlatformException;
import vn.dancu.bus.codebook.platform.PlatformList;
import vn.dancu.bus.codebook.platform.PlatformList.PlatformCode;
import vn.dancu.bus.codebook.platform.PlatformListReader;

/**
 * How the platform's list differs from the one in use.
 *
 * @param added codes that are not in use
 * @param renamed codes with another name, or another value of what both say
 * @param completed codes of which the platform says something that was not known; they mean what they meant
 * @param missing codes in use that the platform has not
 */
record ListDifference(
        List<PlatformCode> added, List<Renamed> renamed, List<CodebookCode> completed, List<CodebookCode> missing) {

    /** Lists smaller than that may change as they like. */
    private static final int FEW = 5;

    private static final int ALL = 100;

    /** @param after what the code means from now on */
    record Renamed(CodebookCode before, CodebookCode after) {}

    static ListDifference of(List<CodebookCode> inUse, PlatformList there) {
        Map<String, CodebookCode> byCode = new HashMap<>();
        for (CodebookCode code : inUse) {
            if (byCode.put(PlatformListReader.unpadded(code.code()), code) != null) {
                throw new PlatformException(PullFault.LIST_UNKEYED, "a list in use that has each code once");
            }
        }
        ListDifference difference =
                new ListDifference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> found = new HashSet<>();
        for (PlatformCode code : there.codes().values()) {
            String key = PlatformListReader.unpadded(code.code());
            found.add(key);
            difference.compare(byCode.get(key), code);
        }
        byCode.forEach((key, code) -> {
            if (!found.contains(key)) {
                difference.missing.add(code);
            }
        });
        return difference;
    }

    /**
     * Whether more would change than may change without a person.
     *
     * @param noted codes that were missing before: they change nothing now
     */
    boolean isTooMuch(int inUse, int mostOfHundred, Set<String> noted) {
        long changed = renamed.size()
                + missing.stream().filter(code -> !noted.contains(code.code())).count();
        return changed > FEW && changed * ALL > (long) inUse * mostOfHundred;
    }

    private void compare(@Nullable CodebookCode here, PlatformCode there) {
        if (here == null) {
            added.add(there);
            return;
        }
        Map<String, String> both = new LinkedHashMap<>(here.values());
        both.put(CodebookCode.NAME, there.name());
        boolean otherwise = !here.name().equals(there.name());
        for (Map.Entry<String, String> value : there.values().entrySet()) {
            String known = both.put(value.getKey(), value.getValue());
            otherwise |= known != null && !known.equals(value.getValue());
        }
        if (otherwise) {
            renamed.add(new Renamed(here, here.with(both)));
        } else if (!both.equals(here.values())) {
            completed.add(here.with(both));
        }
    }
}
