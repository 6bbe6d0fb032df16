package vn.dancu.bus.shelf.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.dancu.bus.kernel.YamlFileException;
import vn.dancu.bus.shelf.lint.RouteFile;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteLint;
import vn.dancu.bus.shelf.lint.RouteReport;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Checks bundles and their files together with what runs beside them. */
public final class BundleLint {

    private BundleLint() {}

    /** Checks a whole folder of routes. */
    public static RouteReport check(BundleFolder folder) {
        List<RouteFinding> findings = new ArrayList<>();
        List<BundleManifest> manifests = new ArrayList<>();
        folder.bundles().forEach((place, content) -> {
            List<RouteFinding> wrong = ofManifest(content, place);
            findings.addAll(wrong);
            if (wrong.isEmpty()) {
                manifests.add(content.manifest());
            }
        });
        findings.addAll(ofNeeds(manifests, manifests));
        List<RouteFile> files = new ArrayList<>();
        folder.bundles().forEach((place, content) -> files.addAll(content.routeFiles(place)));
        return joined(findings, RouteLint.check(folder.loose(), files));
    }

    /**
     * Checks one bundle that is to run beside others.
     *
     * @param others the bundles that run, without an earlier version of this one
     * @param loose the files that run by themselves
     */
    public static RouteReport check(BundleContent content, Collection<BundleContent> others, List<RouteFile> loose) {
        List<RouteFinding> findings = ofManifest(content, "");
        if (!findings.isEmpty()) {
            return new RouteReport(findings, List.of());
        }
        BundleManifest manifest = content.manifest();
        findings = new ArrayList<>(ofNeeds(
                List.of(manifest),
                Stream.concat(Stream.of(content), others.stream())
                        .map(BundleContent::manifest)
                        .toList()));
        List<RouteFile> files = new ArrayList<>();
        others.forEach(other -> files.addAll(other.routeFiles()));
        files.addAll(content.routeFiles());
        return joined(findings, RouteLint.check(loose, files));
    }

    private static RouteReport joined(List<RouteFinding> findings, RouteReport report) {
        return new RouteReport(
                Stream.concat(findings.stream(), report.findings().stream()).toList(), report.right());
    }

    /**
     * The manifest itself, and whether its files are those that it names.
     *
     * @param place where it lies; empty when only its name and zone say so
     */
    private static List<RouteFinding> ofManifest(BundleContent content, String place) {
        if (content.manifestFile().isEmpty()) {
            return List.of(finding(place, RouteRule.BUNDLE_MANIFEST, "bundle.yaml", "is missing"));
        }
        BundleManifest manifest;
        try {
            manifest = content.manifest();
        } catch (YamlFileException e) {
            return List.of(new RouteFinding(
                    place + ManifestReader.FILE,
                    e.line(),
                    e.column(),
                    RouteRule.BUNDLE_MANIFEST,
                    List.of(e.path().isEmpty() ? "bundle.yaml" : e.path(), e.rule())));
        }
        List<RouteFinding> findings = new ArrayList<>();
        if (!place.isEmpty() && !place.equals(manifest.place())) {
            findings.add(finding(place, RouteRule.BUNDLE_PLACE));
        }
        Set<String> there = content.files().stream().map(RouteFile::path).collect(Collectors.toSet());
        manifest.files().stream()
                .filter(file -> !there.contains(file))
                .forEach(file -> findings.add(finding(place, RouteRule.BUNDLE_FILE_MISSING, file)));
        there.stream()
                .filter(file ->
                        !file.equals(ManifestReader.FILE) && !manifest.files().contains(file))
                .forEach(file ->
                        findings.add(new RouteFinding(place + file, 1, 1, RouteRule.BUNDLE_FILE_UNLISTED, List.of())));
        return findings;
    }

    private static List<RouteFinding> ofNeeds(List<BundleManifest> checked, List<BundleManifest> there) {
        Set<String> names = there.stream().map(BundleManifest::name).collect(Collectors.toSet());
        return checked.stream()
                .flatMap(manifest -> manifest.needs().stream()
                        .filter(need -> !names.contains(need))
                        .map(need -> finding(manifest.place(), RouteRule.BUNDLE_NEED_MISSING, need)))
                .toList();
    }

    private static RouteFinding finding(String place, RouteRule rule, String... values) {
        return new RouteFinding(place + ManifestReader.FILE, 1, 1, rule, List.of(values));
    }
}
