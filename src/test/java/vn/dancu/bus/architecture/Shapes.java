package vn.dancu.bus.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** How many types share a package, and which share a name; nested types and package-info are not counted. */
final class Shapes {

    static SortedSet<String> simpleNamesUsedTwice(JavaClasses types) {
        return moreThan(1, topLevel(types), JavaClass::getSimpleName);
    }

    static SortedSet<String> packagesOver(int limit, JavaClasses types) {
        return moreThan(limit, topLevel(types), JavaClass::getPackageName);
    }

    private static Stream<JavaClass> topLevel(JavaClasses types) {
        return types.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getPackageName().startsWith("vn.dancu.bus"))
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    private static SortedSet<String> moreThan(int limit, Stream<JavaClass> types, Function<JavaClass, String> key) {
        Map<String, Long> counts = types.collect(groupingBy(key, counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > limit)
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    private Shapes() {}
}
