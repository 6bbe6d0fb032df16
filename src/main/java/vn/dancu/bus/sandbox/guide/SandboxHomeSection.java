package vn.dancu.bus.sandbox.guide;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.dancu.bus.http.HomeSection;
import vn.dancu.bus.sandbox.SandboxSettings;
import vn.dancu.bus.sandbox.national.MockNational;
import vn.dancu.bus.sandbox.national.NationalFault;
import vn.dancu.bus.sandbox.server.SandboxServers;

/** What the home page says of a sandbox: people to ask about, accounts, ports. */
final class SandboxHomeSection implements HomeSection {

    private static final int SOME = 5;

    private final SyntheticPeople people;
    private final SandboxServers servers;
    private final SandboxSettings settings;
    private final MockNational national;
    private final List<Account> accounts;

    SandboxHomeSection(
            SyntheticPeople people,
            SandboxServers servers,
            MockNational national,
            SandboxSettings settings,
            Environment environment) {
        this.people = people;
        this.servers = servers;
        this.national = national;
        this.settings = settings;
        this.accounts = Binder.get(environment)
                .bind("dancu.desk.users", Bindable.listOf(Account.class))
                .orElseGet(List::of);
    }

    /** An account of the desk. */
    record Account(String name, String password, List<String> roles) {}

    @Override
    public String template() {
        return "sandbox/home";
    }

    @Override
    public Map<String, Object> values() {
        return Map.of(
                "people", people.list(PeopleKind.SUBSCRIBER, SOME),
                "partners",
                        settings.artemis().users().stream()
                                .filter(user -> !user.bus())
                                .toList(),
                "accounts", accounts,
                "artemis", servers.artemis().port(),
                "kafka", servers.kafka().port(),
                "postgres", servers.postgres().port(),
                "national", national.port(),
                "faults", NationalFault.all());
    }
}
