package vn.dancu.bus.citizen.sms;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Notes every statement that is prepared, every commit and every rollback. */
final class WatchedDataSource extends AbstractDataSource {

    private final DataSource dataSource;
    private final List<String> work;

    WatchedDataSource(DataSource dataSource, List<String> work) {
        this.dataSource = dataSource;
        this.work = work;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = dataSource.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepareStatement" ->
                            work.add(arguments[0].toString().strip());
                        case "commit", "rollback" -> work.add(method.getName());
                        default -> {}
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }
}
