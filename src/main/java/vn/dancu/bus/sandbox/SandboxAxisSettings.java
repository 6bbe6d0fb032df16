package vn.dancu.bus.sandbox;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mock of the national document axis.
 *
 * @param port on 127.0.0.1; 0 takes any free port
 * @param agencies how many made-up agencies its list has besides those of the systems, up to 200,000
 * @param systems who may sign headers, and for which agencies
 */
@ConfigurationProperties("dancu.sandbox.axis")
public record SandboxAxisSettings(
        @DefaultValue("8090") int port, @DefaultValue("200") int agencies, @DefaultValue List<AxisSystem> systems) {

    private static final int MAX_PORT = 65_535;
    private static final int MAX_AGENCIES = 200_000;

    public SandboxAxisSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("dancu.sandbox.axis.port must be from 0 to " + MAX_PORT);
        }
        if (agencies < 0 || agencies > MAX_AGENCIES) {
            throw new IllegalArgumentException("dancu.sandbox.axis.agencies must be from 0 to " + MAX_AGENCIES);
        }
        systems = List.copyOf(systems);
    }

    public Optional<AxisSystem> system(String id) {
        return systems.stream().filter(system -> system.id().equals(id)).findFirst();
    }

    /**
     * A system that is connected to the axis.
     *
     * @param id its number (mã trung tâm)
     * @param secret by which it signs headers; for the older operations its token
     * @param agencies whose documents it sends and receives
     */
    public record AxisSystem(String id, String secret, @DefaultValue List<SystemAgency> agencies) {

        public AxisSystem {
            agencies = List.copyOf(agencies);
        }

        @Override
        public String toString() {
            return "AxisSystem[" + id + "]";
        }
    }

    /** @param code in one form or the other */
    public record SystemAgency(String code, String name) {}
}
