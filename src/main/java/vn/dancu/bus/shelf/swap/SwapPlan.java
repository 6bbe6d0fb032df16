package vn.dancu.bus.shelf.swap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
     * @param running what runs, by id: a route stays itself when its file is renamed or its neighbours come and go
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
        target.forEach((id, next) -> {
            LoadedFile now = running.get(id);
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
                .filter(now -> ofBundle.test(now.source()) && !target.containsKey(now.id()))
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
                each -> loaded.put(each.id(), new LoadedFile(each, Sha256.hex(texts(each, definitions)))));
        return loaded;
    }

    private static String texts(RouteOutline outline, Map<String, RouteOutline> definitions) {
        return madeOf(outline, definitions).map(each -> each.file().text()).collect(Collectors.joining("\0"));
    }

    /** The file, its template and the error configurations of both. */
    private static Stream<RouteOutline> madeOf(RouteOutline outline, Map<String, RouteOutline> definitions) {
        Stream<RouteOutline> used = Stream.of(Subject.TEMPLATE, Subject.CONFIGURATION)
                .flatMap(subject -> outline.names(subject).stream())
                .map(definitions::get)
                .filter(Objects::nonNull)
                .flatMap(each -> madeOf(each, definitions));
        return Stream.concat(Stream.of(outline), used);
    }

    /** Ids of the routes among those files that call a route which is exchanged, and are not touched themselves. */
    List<String> callers(Collection<LoadedFile> running) {
        Set<String> called = exchanged.stream()
                .filter(route -> !route.outline().on(Subject.ENTRY).isEmpty())
                .map(LoadedFile::id)
                .collect(Collectors.toSet());
        Map<String, RouteOutline> inUse = new HashMap<>();
        running.stream()
                .map(LoadedFile::outline)
                .filter(RouteOutline::isDefinition)
                .forEach(each -> inUse.put(each.id(), each));
        Set<String> touched = Stream.of(exchanged, removed)
                .flatMap(List::stream)
                .map(LoadedFile::id)
                .collect(Collectors.toSet());
        return running.stream()
                .filter(route -> !route.outline().isDefinition() && !touched.contains(route.id()))
                .filter(route -> madeOf(route.outline(), inUse)
                        .flatMap(each -> each.names(Subject.DIRECT).stream())
                        .anyMatch(called::contains))
                .map(LoadedFile::id)
                .sorted()
                .toList();
    }
}
