package vn.dancu.bus.system;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Stops the start when a key below {@code dancu} is set that does not exist; otherwise a misspelt key would silently leave
 * the default in force. Reads every source that can list its names (files, environment, command line,
 * JVM), before the first bean is made.
 */
class UnknownSettingsCheck implements EnvironmentPostProcessor, Ordered {

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        KnownSettings known = KnownSettings.onClassPath(application.getClassLoader());
        if (known.isEmpty()) {
            return;
        }
        List<UnknownSettingsException.Unknown> unknown = environment.getPropertySources().stream()
                .flatMap(source -> unknownIn(source, known))
                .collect(Collectors.toList());
        if (!unknown.isEmpty()) {
            throw new UnknownSettingsException(unknown);
        }
    }

    private static Stream<UnknownSettingsException.Unknown> unknownIn(PropertySource<?> source, KnownSettings known) {
        if (!(source instanceof EnumerablePropertySource<?> names)) {
            return Stream.empty();
        }
        return Stream.of(names.getPropertyNames())
                .filter(KnownSettings::isOurs)
                .filter(name -> !known.contains(name))
                .map(name -> new UnknownSettingsException.Unknown(name, source.getName(), known.inRoomOf(name)));
    }
}
