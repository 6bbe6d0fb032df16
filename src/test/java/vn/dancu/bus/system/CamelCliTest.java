package vn.dancu.bus.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.CliConnector;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.springboot.cli.connector.CliConnectorAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** With its profile, and only with it, an instance shows itself to Camel's command line. */
class CamelCliTest {

    @TempDir
    private Path home;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({CamelAutoConfiguration.class, CliConnectorAutoConfiguration.class})
    @Import(CommandLineWiring.class)
    static class Routes {

        @Bean
        RouteBuilder seen() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:seen").routeId("seen-by-camel-cli").log("seen");
                }
            };
        }
    }

    @Test
    void writesItsRoutesForTheCommandLineWithTheProfile() throws IOException {
        Path status = home.resolve(".camel").resolve(ProcessHandle.current().pid() + "-status.json");
        try (ConfigurableApplicationContext running = run("camel-cli")) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            Files.exists(status) && Files.readString(status).contains("seen-by-camel-cli"));
            assertThat(Files.readString(status)).contains("\"name\":\"dancu-bus\"");
        }
        assertThat(status).doesNotExist();
    }

    @Test
    void showsNothingWithoutTheProfile() {
        try (ConfigurableApplicationContext running = run("sandbox")) {
            assertThat(running.getBean(CamelContext.class).hasService(CliConnector.class))
                    .isNull();
        }
        assertThat(home.resolve(".camel")).doesNotExist();
    }

    private ConfigurableApplicationContext run(String profile) {
        String before = System.getProperty("user.home");
        System.setProperty("user.home", home.toString());
        try {
            return new SpringApplicationBuilder(Routes.class)
                    .web(WebApplicationType.NONE)
                    .profiles(profile)
                    .run("--logging.level.root=WARN");
        } finally {
            System.setProperty("user.home", before);
        }
    }
}
