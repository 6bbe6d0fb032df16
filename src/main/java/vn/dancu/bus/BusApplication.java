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

    public static void main(String[] args) {
        SpringApplication.run(BusApplication.class, args);
    }
}
