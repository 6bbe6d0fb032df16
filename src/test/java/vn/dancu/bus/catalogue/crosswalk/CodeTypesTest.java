package vn.dancu.bus.catalogue.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be possible does not compile, and for the reason that was meant. */
class CodeTypesTest {

    private static final String DOES_NOT_FIT = "compiler.err.prob.found.req";
    private static final String NONE_FITS = "compiler.err.cant.apply.symbols";

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "census.sameAs(other)",
                "translations.translate(census, ETHNICITY_POPULATION_DB)",
                "translations.translate(census, ETHNICITY_POPULATION_DB).exact(Confidence.VERIFIED).get().sameAs(population)",
                "translations.translate(ward, WARDS_SINCE_2025, LocalDate.EPOCH)",
                "translations.translate(Code.of(Schemes.wardsOn(LocalDate.EPOCH), \"4\"), WARDS_SINCE_2025, LocalDate.EPOCH)"
            })
    void compilesWhatHasAMeaning(String expression) throws IOException {
        assertThat(compile(expression)).isEmpty();
    }

    @Test
    void comparesNoCodesOfTwoSchemes() throws IOException {
        assertThat(compile("population.sameAs(census)"))
                .singleElement()
                .satisfies(error -> assertThat(error.getCode()).isEqualTo(DOES_NOT_FIT))
                .satisfies(error -> assertThat(inShort(error))
                        .contains("Code<EthnicityGsoCensus> cannot be converted to Code<EthnicityPopulationDb>"));
    }

    @Test
    void comparesNoBareText() throws IOException {
        assertThat(compile("population.sameAs(\"04\")"))
                .singleElement()
                .satisfies(error -> assertThat(error.getCode()).isEqualTo(DOES_NOT_FIT))
                .satisfies(error -> assertThat(inShort(error))
                        .contains("String cannot be converted to Code<EthnicityPopulationDb>"));
    }

    @Test
    void comparesNoFormerWardWithACurrentOne() throws IOException {
        assertThat(compile("ward.sameAs(Code.of(WARDS_SINCE_2025, \"00004\"))"))
                .singleElement()
                .extracting(Diagnostic::getCode)
                .isEqualTo(DOES_NOT_FIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "translations.translate(census, GENDER_BHXH_API)",
                "translations.translate(\"04\", ETHNICITY_POPULATION_DB)",
                "translations.translate(ward, WARDS_SINCE_2025)",
                "translations.translate(ward, PROVINCES_SINCE_2025, LocalDate.EPOCH)",
                "translations.translate(census, ETHNICITY_POPULATION_DB, LocalDate.EPOCH)"
            })
    void translatesNeitherTextNorIntoAnotherDomainNorAUnitWithoutADay(String expression) throws IOException {
        assertThat(compile(expression))
                .singleElement()
                .satisfies(error -> assertThat(error.getCode()).isEqualTo(NONE_FITS))
                .satisfies(error -> assertThat(inShort(error)).contains("translate"));
    }

    private static String inShort(Diagnostic<?> error) {
        return error.getMessage(Locale.ROOT).replaceAll("[a-z.]+\\.(Scheme\\.)?(?=[A-Z])", "");
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(String expression) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options =
                    List.of("-proc:none", "-implicit:none", "-cp", classPath(), "-d", classes.toString());
            compiler.getTask(null, files, found, options, null, List.of(new Snippet(expression)))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    private static String classPath() {
        try {
            return Path.of(Code.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Snippet extends SimpleJavaFileObject {

        private final String expression;

        Snippet(String expression) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.expression = expression;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return """
                    import static vn.dancu.bus.catalogue.crosswalk.Schemes.*;
                    import java.time.LocalDate;
                    import vn.dancu.bus.catalogue.crosswalk.*;
                    import vn.dancu.bus.catalogue.crosswalk.Scheme.*;

                    class Snippet {
                        Object value(
                                Translations translations,
                                Code<EthnicityPopulationDb> population,
                                Code<EthnicityGsoCensus> census,
                                Code<EthnicityGsoCensus> other,
                                Code<WardsTo2025> ward) {
                            return %s;
                        }
                    }
                    """
                    .formatted(expression);
        }
    }
}
