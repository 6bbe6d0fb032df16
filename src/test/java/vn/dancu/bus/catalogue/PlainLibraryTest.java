package vn.dancu.bus.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** With nothing on the class path but our own classes and the JDK. */
class PlainLibraryTest {

    @Test
    void translatesWithoutSpring() throws IOException, ReflectiveOperationException {
        URL ours = Translations.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {ours}, ClassLoader.getPlatformClassLoader())) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> alone.loadClass("org.springframework.context.annotation.Bean"));

            Class<?> translations = alone.loadClass(Translations.class.getName());
            Class<?> code = alone.loadClass(Code.class.getName());
            Class<?> scheme = alone.loadClass(Scheme.class.getName());
            Class<?> schemes = alone.loadClass(Schemes.class.getName());
            Object hoa = code.getMethod("of", scheme, String.class)
                    .invoke(null, schemes.getField("ETHNICITY_POPULATION_DB").get(null), "04");
            Object translation = translations
                    .getMethod("translate", code, alone.loadClass(Scheme.Timeless.class.getName()))
                    .invoke(
                            translations.getMethod("published").invoke(null),
                            hoa,
                            schemes.getField("ETHNICITY_GSO_CENSUS").get(null));

            assertThat(translation).asString().contains("ethnicity 06 (gso_census)");
        }
    }
}
