package vn.dancu.bus.shelf.swap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.shelf.lint.RouteOutline;
import vn.dancu.bus.shelf.lint.RouteOutline.Subject;

/**
 * What is to be done so that the files of one bundle run, and nothing more: a route is touched when its own text has changed,
 * or that of its template, or that of an error configuration which either of them uses.
 *
 * @param definitions templates and error configurations that are new or have changed, in the order of loading
 * @param exchanged routes that run and are to run otherwise; those that others call come first
 * @param added routes that are new; those that others call come first
 * @param removed what runs and is gone, routes first
 */
record SwapPlan(
        List<LoadedFile> definitions, List<LoadedFile> exchanged, List<LoadedFile> added, List<LoadedFile> removed) {

    private static final Comparator<LoadedFile> CALLED_FIRST =
            Comparator.comparing(each -> each.outline().on(Subject.ENTRY).isEmpty());

    /**
     * A file as it runs or is to run.
     *
     * @param outline the file
     * @param basis a hash over all texts that the route is made of
     */
    record LoadedFile(RouteOutline outline, String basis) {

        String path() {
            return outline.file().path();
        }

        /** The path of the file that it is in. */
        String source() {
            return outline.file().source();
        }

        String id() {
            return outline.id();
        }
    }

    /**
     * The plan.
     *
     * @param running what runs, by path
     * @param right every file that is to run, by the lint in the order of loading
     * @param ofBundle whether a path belongs to the bundle
     * @param scope which routes may be touched
     */
    static SwapPlan of(
            Map<String, LoadedFile> running,
            List<RouteOutline> right,
            Predicate<String> ofBundle,
            Predicate<RouteOutline> scope) {
        Map<String, LoadedFile> target = withBasis(right);
        List<LoadedFile> definitions = new ArrayList<>();
        List<LoadedFile> exchanged = new ArrayList<>();
        List<LoadedFile> added = new ArrayList<>();
        target.forEach((path, next) -> {
            LoadedFile now = running.get(path);
            boolean isSame = now != null && now.basis().equals(next.basis());
            boolean isWanted = now != null || ofBundle.test(next.source());
            if (isSame || !isWanted) {
                return;
            }
            if (next.outline().isDefinition()) {
                definitions.add(next);
            } else if (scope.test(next.outline())) {
                (now == null ? added : exchanged).add(next);
            }
        });
        List<LoadedFile> removed = running.values().stream()
                .filter(now -> ofBundle.test(now.source()) && !target.containsKey(now.path()))
                .filter(now -> scope.test(now.outline()))
                .sorted(Comparator.comparing(now -> now.outline().isDefinition()))
                .toList();
        exchanged.sort(CALLED_FIRST);
        added.sort(CALLED_FIRST);
        return new SwapPlan(definitions, exchanged, added, removed);
    }

    /** Each file with the hash over what it is made of. */
    static Map<String, LoadedFile> withBasis(List<RouteOutline> outlines) {
        Map<String, RouteOutline> definitions = new HashMap<>();
        outlines.stream().filter(RouteOutline::isDefinition).forEach(each -> definitions.put(each.id(), each));
        Map<String, LoadedFile> loaded = new LinkedHashMap<>();
        outlines.forEach(
                each -> loaded.put(each.file().path(), new LoadedFile(each, Sha256.hex(texts(each, definitions)))));
        return loaded;
    }

    private static String texts(RouteOutline outline, Map<String, RouteOutline> definitions) {
        StringBuilder texts = new StringBuilder(outline.file().text());
        Stream.of(Subject.TEMPLATE, Subject.CONFIGURATION)
                .flatMap(subject -> outline.names(subject).stream())
                .map(definitions::get)
                .filter(Objects::nonNull)
                .forEach(used -> texts.append('\0').append(texts(used, definitions)));
        return texts.toString();
    }

    boolean isEmpty() {
        return definitions.isEmpty() && exchanged.isEmpty() && added.isEmpty() && removed.isEmpty();
    }
}
