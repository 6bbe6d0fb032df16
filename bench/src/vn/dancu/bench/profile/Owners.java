package vn.dancu.bench.profile;

import java.util.List;

/** Whose code a class is. */
final class Owners {

    private record Owner(String prefix, String name) {}

    /** The first prefix that fits counts. */
    private static final List<Owner> OWNERS = List.of(
            new Owner("org.apache.cxf", "CXF"),
            new Owner("com.ctc.wstx", "Woodstox (XML parser, writer)"),
            new Owner("org.codehaus.stax2", "Woodstox (XML parser, writer)"),
            new Owner("com.sun.xml", "XML of the JDK, SAAJ"),
            new Owner("com.sun.org.apache", "XML of the JDK, SAAJ"),
            new Owner("org.glassfish.jaxb", "JAXB"),
            new Owner("vn.dancu.schema", "JAXB"),
            new Owner("com.fasterxml.jackson", "Jackson"),
            new Owner("org.apache.catalina", "Tomcat"),
            new Owner("org.apache.coyote", "Tomcat"),
            new Owner("org.apache.tomcat", "Tomcat"),
            new Owner("org.springframework.security", "Spring Security"),
            new Owner("org.springframework.jdbc", "Spring JDBC"),
            new Owner("org.springframework", "Spring, the rest"),
            new Owner("io.micrometer", "Micrometer"),
            new Owner("org.apache.camel", "Camel"),
            new Owner("org.postgresql", "PostgreSQL driver"),
            new Owner("com.zaxxer.hikari", "Hikari"),
            new Owner("org.apache.kafka.clients", "Kafka client"),
            new Owner("kafka", "Kafka broker (sandbox)"),
            new Owner("org.apache.kafka", "Kafka broker (sandbox)"),
            new Owner("scala", "Kafka broker (sandbox)"),
            new Owner("com.yammer", "Kafka broker (sandbox)"),
            new Owner("org.apache.activemq", "Artemis"),
            new Owner("io.netty", "Netty"),
            new Owner("ch.qos.logback", "Logging"),
            new Owner("org.slf4j", "Logging"));

    /** True for the classes of the JDK, which work for whoever calls them. */
    static boolean isJdk(String type) {
        return type.startsWith("java.")
                || type.startsWith("javax.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith("com.sun.crypto")
                || type.startsWith("com.sun.proxy");
    }

    /** A room of the bus by its name, a library by its own, anything else by two parts of its package. */
    static String of(String type) {
        if (type.startsWith("vn.dancu.bus.")) {
            String rest = type.substring("vn.dancu.bus.".length());
            return "bus: " + rest.substring(0, Math.max(0, rest.indexOf('.')));
        }
        for (Owner owner : OWNERS) {
            if (type.startsWith(owner.prefix())) {
                return owner.name();
            }
        }
        String[] parts = type.split("\\.");
        return parts.length > 2 ? parts[0] + "." + parts[1] + "." + parts[2] : type;
    }

    private Owners() {}
}
