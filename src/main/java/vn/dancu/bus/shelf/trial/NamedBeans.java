package vn.dancu.bus.shelf.trial;

import java.util.Map;
import java.util.Set;
import org.apache.camel.Component;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;

/** The beans of the bus by their names, and by nothing else. */
record NamedBeans(Registry registry) implements BeanRepository {

    @Override
    public @Nullable Object lookupByName(String name) {
        return usable(registry.lookupByName(name));
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        return usable(registry.lookupByNameAndType(name, type));
    }

    /** Components are the bus's own: a trial would stop them at its end. */
    private static <T> @Nullable T usable(@Nullable T bean) {
        return bean instanceof Component ? null : bean;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }
}
