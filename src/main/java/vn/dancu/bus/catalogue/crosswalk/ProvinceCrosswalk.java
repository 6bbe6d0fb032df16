package vn.dancu.bus.catalogue.crosswalk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dancu.bus.catalogue.crosswalk.CodeMapping.Link;
import vn.dancu.bus.catalogue.crosswalk.Translation.Ground;
import vn.dancu.bus.catalogue.crosswalk.Translation.Why;
import vn.dancu.bus.catalogue.csv.CsvFile;
import vn.dancu.bus.catalogue.csv.CsvLine;

/** The 63 provinces, what became of each, and which number prefix each had. */
final class ProvinceCrosswalk {

    private final List<CsvLine> lines = CsvFile.published("provinces_63_id_prefix.csv");

    /** The current province of each former one. */
    Map<String, String> mergers() {
        Map<String, String> mergers = new LinkedHashMap<>();
        lines.forEach(line -> mergers.put(line.get("old_2digit_code"), line.get("current_province_code")));
        return mergers;
    }

    Map<String, CodeMapping> forward() {
        Map<String, CodeMapping> answers = new LinkedHashMap<>();
        mergers()
                .forEach((before, since) -> answers.put(
                        before, CodeMapping.exact(new Link(since, Ground.PROVINCE_MERGER, Confidence.VERIFIED))));
        return answers;
    }

    Map<String, CodeMapping> backward() {
        Map<String, List<Link>> former = mergers().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(
                                merger -> new Link(merger.getKey(), Ground.PROVINCE_MERGER, Confidence.VERIFIED),
                                Collectors.toList())));
        Map<String, CodeMapping> answers = new LinkedHashMap<>();
        former.forEach((since, links) -> answers.put(since, CodeMapping.of(links, true, Why.MERGED_FROM_SEVERAL)));
        return answers;
    }

    /** By the first three digits of a personal number. */
    Map<String, CodeMapping> byNumberPrefix() {
        Map<String, CodeMapping> answers = new LinkedHashMap<>();
        lines.forEach(line -> answers.put(
                line.get("id_prefix"),
                CodeMapping.exact(new Link(line.get("old_2digit_code"), Ground.NUMBER_PREFIX, Confidence.ONE_SOURCE))));
        return answers;
    }
}
