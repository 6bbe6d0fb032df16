package vn.dancu.bench.bare;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import javax.xml.datatype.DatatypeFactory;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;

/** Arguments: port and JDBC address. Serves {@code /soap/population/v1} on 127.0.0.1 until it is ended. */
public final class BareService {

    private static final int DATABASE_CONNECTIONS = 8;

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Bus bus = BusFactory.getDefaultBus();
        Tomcat tomcat = tomcat(port, bus);
        DatatypeFactory datatypes = DatatypeFactory.newInstance();
        BarePopulation population =
                new BarePopulation(new JdbcCitizens(pool(arguments[1]), datatypes), datatypes, Clock.systemUTC());
        EndpointImpl endpoint = new EndpointImpl(bus, population);
        endpoint.setWsdlLocation("classpath:schemas/population/v1/population.wsdl");
        endpoint.publish("/population/v1");
        tomcat.getServer().await();
    }

    private static DataSource pool(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(DATABASE_CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static Tomcat tomcat(int port, Bus bus) throws Exception {
        Path base = Files.createTempDirectory("bench-bare");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        Context context = tomcat.addContext("", base.toString());
        Tomcat.addServlet(context, "cxf", servlet).setLoadOnStartup(1);
        context.addServletMappingDecoded("/soap/*", "cxf");
        tomcat.start();
        return tomcat;
    }

    private BareService() {}
}
