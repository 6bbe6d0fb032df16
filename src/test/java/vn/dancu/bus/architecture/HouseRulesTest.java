package vn.dancu.bus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import org.slf4j.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What the compiler and the walls between rooms cannot hold; the reason of each rule says the repair. */
@AnalyzeClasses(packages = "vn.dancu", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String ROOT = "vn.dancu.bus";
    private static final String SANDBOX = ROOT + ".sandbox..";

    @ArchTest
    static final ArchRule THINKING_KNOWS_NO_SPRING = noClasses()
            .that(resideInAnyPackage(
                    ROOT + ".kernel..",
                    ROOT + ".message..",
                    ROOT + ".dialect..",
                    ROOT + ".policy..",
                    ROOT + ".catalogue.."))
            .and(not(named("package-info", ".*Wiring", ".*Settings", ".*Steps", "Jdbc.*")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..")
            .because("rules and values are plain Java; move the Spring part to the room's *Wiring, *Settings or Jdbc*");

    @ArchTest
    static final ArchRule CAMEL_STAYS_AT_THE_EDGES = noClasses()
            .that(not(resideInAnyPackage(ROOT + ".camel..", ROOT + ".shelf..", ROOT + ".system..", SANDBOX)))
            .and(not(resideInAnyPackage(
                            ROOT + ".gateway..", ROOT + ".partner.notice..", ROOT + ".audit.relay", ROOT + ".feed.push")
                    .and(named(".*Routes", ".*Steps", ".*Wiring", "SoapBinding"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because(
                    "routes wire, beans think; a block that routes are made of belongs into room camel, a step that "
                            + "knows a door's wire into a *Steps class, the binding of the SOAP door beside it, and channels are used by the notices, the relay and the pushes");

    @ArchTest
    static final ArchRule THE_LINT_IS_PLAIN = noClasses()
            .that(resideInAPackage(ROOT + ".shelf.lint.."))
            .and(not(named("package-info")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel..", "org.slf4j..")
            .because("the command checks route files without the bus; move the rest to room shelf itself");

    @ArchTest
    static final ArchRule THE_LIBRARY_IS_PLAIN = noClasses()
            .that(resideInAnyPackage(
                    ROOT + ".kernel..", ROOT + ".message..", ROOT + ".dialect..", ROOT + ".catalogue.."))
            .and(not(named("package-info", ".*Wiring", ".*Settings")))
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "javax.xml..",
                    "jakarta.activation..",
                    "jakarta.xml.bind..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "org.jspecify.annotations..",
                    "com.ctc.wstx..",
                    "org.codehaus.stax2..",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..",
                    "org.yaml.snakeyaml..",
                    ROOT + ".kernel..",
                    ROOT + ".message..",
                    ROOT + ".dialect..",
                    ROOT + ".catalogue..")))
            .because("it is a jar of its own with few libraries beside it, for programs without Spring and Camel; "
                    + "move the rest to a *Wiring, a *Settings or another room");

    @ArchTest
    static final ArchRule JAXB_STAYS_WITH_TYPED_MESSAGES = noClasses()
            .that(resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".message.typed.."))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.dancu.schema..", "jakarta.xml.bind..")
            .because(
                    "the classes are for programs and routes that want them; what the bus does itself is done on the tree, "
                            + "which is faster and keeps everything; take room message's formats and its canonical records");

    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_OUTER_WALLS = noClasses()
            .that(not(resideInAnyPackage(
                    ROOT + ".gateway..", ROOT + ".desk..", ROOT + ".command..", ROOT + ".system..", SANDBOX)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".gateway..", ROOT + ".desk..", ROOT + ".command..", ROOT + ".system..", SANDBOX)
            .because("gateway, desk, command, system and sandbox have no face; move what is shared into a room below");

    @ArchTest
    static final ArchRule THE_COMMAND_STARTS_FAST = noClasses()
            .that(resideInAPackage(ROOT + ".command.."))
            .and(not(named("package-info")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel..", "java.sql..", "org.slf4j..")
            .because("it runs in a process of its own with a handful of libraries; ask the bus over HTTP");

    @ArchTest
    static final ArchRule NO_PLAIN_EXCEPTION_IS_MADE = noClasses()
            .should()
            .callConstructorWhere(describe(
                    "constructs a plain exception",
                    call -> plain(call.getTargetOwner())
                            && !call.getOriginOwner().isAssignableTo(Throwable.class)))
            .because("a caller can do nothing with it; throw a BusException with a code, or IllegalArgument-, "
                    + "IllegalState- or UncheckedIOException for a bug");

    @ArchTest
    static final ArchRule NO_PLAIN_EXCEPTION_IS_DECLARED = noMethods()
            .that()
            .areDeclaredInClassesThat(
                    not(named(".*Wiring")).and(resideInAPackage(ROOT + "..")).and(not(resideInAPackage(SANDBOX))))
            .should()
            .declareThrowableOfType(Exception.class)
            .orShould()
            .declareThrowableOfType(Throwable.class)
            .because("it hides what can happen; name the exception or turn it into a BusException");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethodWhere(describe(
                    "reads the machine's time",
                    call -> (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().equals("java.time")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.getName().equals("java.time.Clock")))
                            || (call.getName().equals("currentTimeMillis")
                                    && call.getTargetOwner().isEquivalentTo(System.class))))
            .because("tests must be able to set the time; inject java.time.Clock and ask it");

    @ArchTest
    static final ArchRule NO_OLD_DATES_AND_NO_DEFAULT_ZONE = noClasses()
            // The JDK says when a certificate is valid in no other form, Bouncy Castle makes one in it, and the JWT
            // library
            // reads times into it; it becomes an instant at once. The command shows its user the time of their machine.
            .that(not(named(
                    "CertificateReader",
                    "TrustedSigners",
                    "SelfSignedKey",
                    "OpenPgpPair",
                    "DanCu",
                    "PresentedCertificate",
                    "ExpiringItem",
                    "RevocationLists|(Chain|Revocation)Check",
                    "OcspAnswers",
                    "SigningKey",
                    "IssuerTokens")))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, java.util.Calendar.class, java.text.SimpleDateFormat.class)
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .because("a date of birth has no zone and an instant is UTC; use java.time and name the zone");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .because("a half-made object must not exist; take it in the constructor, settings by a *Settings record");

    @ArchTest
    static final ArchRule NO_SETTER_INJECTION_NO_LATE_INIT = noMethods()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith("jakarta.annotation.PostConstruct")
            .orShould(Conditions.HAVE_A_PARAMETER_WITH_VALUE)
            .because("wiring is read in one place; do it in the constructor or in the room's *Wiring");

    @ArchTest
    static final ArchRule SQL_STAYS_IN_JDBC_CLASSES = noClasses()
            .that(not(named("Jdbc.*", ".*Wiring")).and(not(resideInAPackage(SANDBOX))))
            .and()
            .resideInAPackage(ROOT + "..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..", "org.flywaydb.."))
            .because("whoever looks for SQL looks for Jdbc*; move it to a class named so");

    @ArchTest
    static final ArchRule SETTINGS_ARE_RECORDS = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords()
            .andShould()
            .haveSimpleNameEndingWith("Settings")
            .andShould(Conditions.RESIDE_IN_THE_ROOT_OF_A_ROOM)
            .because("settings are read-only, in one place, and refuse bad values; make a record <Room>Settings");

    @ArchTest
    static final ArchRule WIRING_IS_IN_ONE_PLACE = classes()
            .that()
            .areAnnotatedWith(Configuration.class)
            .should()
            .haveSimpleNameEndingWith("Wiring")
            .andShould()
            .notBePublic()
            .because("one package-private <Room>Wiring says what a room is made of");

    @ArchTest
    static final ArchRule LOGGERS_LOOK_ALIKE = fields().that()
            .haveRawType(Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal()
            .andShould()
            .haveName("LOGGER")
            .because("they are found by eye; private static final Logger LOGGER")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule LOG_LINES_ARE_FIXED_TEXT = noClasses()
            .should()
            .callMethodWhere(describe(
                    "formats a log line",
                    call -> call.getTargetOwner().getPackageName().equals("org.slf4j")
                            && call.getTargetOwner().isEquivalentTo(Logger.class)
                            && call.getTarget().getRawParameterTypes().size() > 1))
            .orShould()
            .callMethodWhere(describe(
                    "formats a log line",
                    call -> call.getTargetOwner().getPackageName().equals("org.slf4j.spi")
                            && call.getName().equals("log")
                            && call.getTarget().getRawParameterTypes().size() > 1))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because(
                    "a value in a text may be personal; LOGGER.atInfo().addKeyValue(LogKeys.X, x).log(\"Fixed text\")");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that(not(resideInAPackage("vn.dancu.bench..")))
            .should(ACCESS_STANDARD_STREAMS)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("output has levels and keys; use LOGGER");

    @ArchTest
    static final ArchRule NO_STATE_IS_STATIC = noFields()
            .that(describe("lie in written code", field -> !field.getName().startsWith("$")))
            .and()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage(ROOT + ".."))
            .should()
            .notBeFinal()
            .because("two instances in one JVM would share it; make it a field of an object that the wiring makes");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT = noClasses()
            .that(resideInAPackage(ROOT + ".."))
            .should()
            .haveNameMatching(".*\\.[A-Za-z]*(Manager|Helper|Utils?|Impl|Base|Data|Info|Dto|DTO)")
            .because("such a name says nothing; name the subject and its role as the field does: "
                    + "Reader, Writer, Parser, Mapper, Validator, Publisher, Scheduler, Controller, Client, Cache");

    @ArchTest
    static void namesMeanOneThing(JavaClasses types) {
        assertThat(Shapes.simpleNamesUsedTwice(types))
                .as("one simple name for two things; give the newer type its own name")
                .isEmpty();
    }

    @ArchTest
    static void packagesAreSeenAtAGlance(JavaClasses types) {
        assertThat(Shapes.packagesOver(18, types))
                .as("a package of more than 18 types; split it along what they do")
                .isEmpty();
    }

    @ArchTest
    static final ArchRule INSIDES_ARE_HIDDEN = classes()
            .that(named(".*Wiring", ".*Steps", ".*Routes", "Jdbc.*").and(resideInAPackage(ROOT + "..")))
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .should()
            .notBePublic()
            .because("a room shows its face and nothing else; make it package-private");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_EXPLAINS_ITSELF = classes()
            .that(resideInAPackage(ROOT + ".."))
            .should(Conditions.LIE_IN_AN_EXPLAINED_PACKAGE)
            .because(
                    "what it owns, its face, what it must never do, and null-safety; write package-info.java with @NullMarked");

    private static boolean plain(JavaClass type) {
        return type.isEquivalentTo(Exception.class)
                || type.isEquivalentTo(RuntimeException.class)
                || type.isEquivalentTo(Throwable.class)
                || type.isEquivalentTo(Error.class);
    }

    /** By the simple name of the outermost class, so that nested types follow their file. */
    private static DescribedPredicate<JavaClass> named(String... patterns) {
        return describe("named " + String.join(", ", patterns), type -> {
            String name =
                    type.getName().substring(type.getPackageName().length() + 1).split("\\$", 2)[0];
            for (String pattern : patterns) {
                if (name.matches(pattern)) {
                    return true;
                }
            }
            return false;
        });
    }
}
