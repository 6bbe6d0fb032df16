package vn.dancu.bus.document.axis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.dancu.bus.document.axis.call.AxisHttp;

/** The accounts of the settings, with the connections that they hold. */
record ConfiguredAccounts(Map<String, AxisAccount> accounts, List<AxisHttp> connections)
        implements AxisAccounts, AutoCloseable {

    @Override
    public Set<String> names() {
        return accounts.keySet();
    }

    @Override
    public Optional<AxisAccount> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public void close() {
        connections.forEach(AxisHttp::close);
    }
}
