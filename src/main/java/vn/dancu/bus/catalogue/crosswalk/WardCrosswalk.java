package vn.dancu.bus.catalogue.crosswalk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.catalogue.crosswalk.CodeMapping.Link;
import vn.dancu.bus.catalogue.crosswalk.Translation.Ground;
import vn.dancu.bus.catalogue.crosswalk.Translation.Why;
import vn.dancu.bus.catalogue.csv.CsvFile;

/**
 * Wards of both schemes. Which former wards make up a current one is published nowhere in a form that may be shipped, so
 * without a merger list there are candidates only: the ward that kept the code, else those that kept one of the same
 * former district.
 */
final class WardCrosswalk {

    private record Former(String code, String district, String province) {}

    private final Map<String, Former> former = new TreeMap<>();
    private final Map<String, String> provinceOfCurrent = new TreeMap<>();
    private final Map<String, String> provinceMergers;
    private final MergerList mergers;

    /**
     * @param provinceMergers the current province of each former one
     * @param mergerList which wards went into which; null when there is none
     */
    WardCrosswalk(Map<String, String> provinceMergers, @Nullable Path mergerList) {
        this.provinceMergers = provinceMergers;
        CsvFile.published("wards_pre2025.csv").forEach(line -> {
            Former ward = new Former(line.get("code"), line.get("district_code"), line.get("province_code"));
            former.put(ward.code(), ward);
        });
        CsvFile.published("wards_2025.csv")
                .forEach(line -> provinceOfCurrent.put(line.get("code"), line.get("province_code")));
        mergers = mergerList == null
                ? MergerList.NONE
                : MergerList.read(mergerList, former.keySet(), provinceOfCurrent.keySet());
    }

    Map<String, CodeMapping> forward() {
        Map<String, CodeMapping> byDistrict = byFormerDistrict();
        Map<String, CodeMapping> answers = new LinkedHashMap<>();
        former.forEach((code, ward) -> answers.put(code, forward(ward, byDistrict)));
        return answers;
    }

    private CodeMapping forward(Former ward, Map<String, CodeMapping> byDistrict) {
        Set<String> listed = mergers.currentByFormer().get(ward.code());
        if (listed != null) {
            List<Link> links = listed.stream()
                    .map(code -> new Link(code, Ground.MERGER_LIST, Confidence.ONE_SOURCE))
                    .toList();
            return CodeMapping.of(links, true, Why.SPLIT_BETWEEN_SEVERAL);
        }
        if (keptItsCode(ward)) {
            return candidates(List.of(new Link(ward.code(), Ground.SAME_CODE, Confidence.INFERRED)));
        }
        return byDistrict.getOrDefault(ward.district(), CodeMapping.SOURCES_SILENT);
    }

    /** The same digits in another province would be another unit that was given a free code. */
    private boolean keptItsCode(Former ward) {
        String province = provinceOfCurrent.get(ward.code());
        return province != null && province.equals(provinceMergers.get(ward.province()));
    }

    private Map<String, CodeMapping> byFormerDistrict() {
        return former.values().stream()
                .filter(this::keptItsCode)
                .collect(Collectors.groupingBy(
                        Former::district,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        ward -> new Link(ward.code(), Ground.SAME_FORMER_DISTRICT, Confidence.INFERRED),
                                        Collectors.toList()),
                                WardCrosswalk::candidates)));
    }

    private static CodeMapping candidates(List<Link> links) {
        return new CodeMapping(links, false, Why.NO_MERGER_LIST);
    }

    /** The way back has the same grounds. It is complete only if the merger list leaves out no former ward. */
    Map<String, CodeMapping> backward() {
        Map<String, List<Link>> links = new TreeMap<>();
        provinceOfCurrent.keySet().forEach(code -> links.put(code, new ArrayList<>()));
        forward().forEach((code, answer) -> answer.links()
                .forEach(link -> links.computeIfAbsent(link.code(), current -> new ArrayList<>())
                        .add(new Link(code, link.ground(), link.confidence()))));
        boolean complete = mergers.covers(former.keySet());
        Map<String, CodeMapping> answers = new LinkedHashMap<>();
        links.forEach((code, found) -> answers.put(code, backward(found, complete)));
        return answers;
    }

    private static CodeMapping backward(List<Link> links, boolean complete) {
        if (complete) {
            return links.isEmpty()
                    ? CodeMapping.none(Why.NOT_LISTED)
                    : CodeMapping.of(links, true, Why.MERGED_FROM_SEVERAL);
        }
        return links.isEmpty() ? CodeMapping.SOURCES_SILENT : candidates(links);
    }
}
