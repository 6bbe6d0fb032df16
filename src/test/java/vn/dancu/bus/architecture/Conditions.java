package vn.dancu.bus.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Value;

/** What ArchUnit has no word for. */
final class Conditions {

    static final ArchCondition<JavaMethod> HAVE_A_PARAMETER_WITH_VALUE = condition(
            "have a parameter with @Value",
            method -> method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(Value.class)),
            (method, text) -> method.getFullName() + text);

    static final ArchCondition<JavaClass> RESIDE_IN_THE_ROOT_OF_A_ROOM = condition(
            "reside in the root of a room, or of a door of the gateway",
            type -> type.getPackageName().matches("vn\\.dancu\\.bus\\.([a-z]+|gateway\\.[a-z]+)"),
            (type, text) -> type.getName() + text);

    static final ArchCondition<JavaClass> LIE_IN_AN_EXPLAINED_PACKAGE = condition(
            "lie in a package with package-info and @NullMarked",
            type -> type.getPackage()
                    .tryGetPackageInfo()
                    .filter(info -> info.isAnnotatedWith(NullMarked.class))
                    .isPresent(),
            (type, text) -> type.getPackageName() + text);

    private Conditions() {}

    private static <T> ArchCondition<T> condition(
            String text, Predicate<T> holds, BiFunction<T, String, String> message) {
        return new ArchCondition<>(text) {
            @Override
            public void check(T item, ConditionEvents events) {
                boolean held = holds.test(item);
                String verdict = (held ? " does " : " does not ") + text;
                events.add(new SimpleConditionEvent(item, held, message.apply(item, verdict)));
            }
        };
    }
}
