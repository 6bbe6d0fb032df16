package vn.dancu.bus;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts the bus: every room under this package, wired by Spring Boot, its routes loaded by Camel. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "DanCu Bus", sharedModules = "kernel")
public class BusApplication {

    /** A failure to start has been logged; threads that still run must not keep the process alive after it. */
    public static void main(String[] args) {
        try {
            SpringApplication.run(BusApplication.class, args);
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            System.exit(1);
        }
    }
}
