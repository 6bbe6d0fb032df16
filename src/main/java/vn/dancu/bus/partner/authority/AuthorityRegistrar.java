package vn.dancu.bus.partner.authority;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** Keeps the authorities. */
final class AuthorityRegistrar implements Authorities {

    private final JdbcAuthorities store;
    private final List<AuthorityKind> kinds;
    private final Acts acts;
    private final Clock clock;

    AuthorityRegistrar(JdbcAuthorities store, List<AuthorityKind> kinds, Acts acts, Clock clock) {
        this.store = store;
        this.kinds = List.copyOf(kinds);
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public List<AuthorityKind> kinds() {
        return kinds;
    }

    @Override
    public Authority register(Authority authority, Actor by) {
        requireKind(authority);
        return store.inTransaction(() -> {
            if (!store.insert(authority, clock.instant(), by.name())) {
                throw BusException.of(ErrorCode.RESOURCE_EXISTS, "code", "of an authority that is not registered yet");
            }
            record("authority.registered", authority, by);
            return authority;
        });
    }

    @Override
    public Authority change(Authority authority, Actor by) {
        requireKind(authority);
        return store.inTransaction(() -> {
            if (!store.update(authority)) {
                throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
            }
            record("authority.changed", authority, by);
            return find(authority.code().value()).orElse(authority);
        });
    }

    @Override
    public Optional<Authority> find(String code) {
        return AgencyCode.isValid(code) ? store.find(code, AgencyCode.of(code)) : Optional.empty();
    }

    @Override
    public List<Authority> list(@Nullable String after, int limit) {
        return store.list(after, limit);
    }

    @Override
    public List<PartnerId> systems(Authority authority) {
        return store.systems(authority.code());
    }

    private void requireKind(Authority authority) {
        if (kinds.stream().noneMatch(kind -> kind.id().equals(authority.kind()))) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "kind", "the id of one of the kinds of authorities");
        }
    }

    private void record(String action, Authority authority, Actor by) {
        acts.record(new Act(
                by,
                action,
                null,
                "authority/" + authority.code(),
                Map.of(
                        "kind", authority.kind(),
                        "name", authority.name(),
                        "olderCode", authority.olderCode().orElse(""))));
    }
}
