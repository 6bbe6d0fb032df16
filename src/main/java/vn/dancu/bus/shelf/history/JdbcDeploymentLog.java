package vn.dancu.bus.shelf.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.shelf.Deployment;
import vn.dancu.bus.shelf.Deployment.State;
import vn.dancu.bus.shelf.bundle.ReleaseNumber;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Deployments in schema {@code shelf}. Only one is open at a time, which an index of the table sees to. */
final class JdbcDeploymentLog implements DeploymentLog {

    /** States in which instances run the version. */
    private static final Set<State> HAD_RUN = Set.of(State.CANARY, State.PROBATION);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JdbcDeploymentRows rows;
    private final Acts acts;
    private final Clock clock;
    private final String instance;

    JdbcDeploymentLog(JdbcTemplate jdbc, TransactionTemplate transaction, Acts acts, Clock clock, String instance) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = new JdbcDeploymentRows();
        this.acts = acts;
        this.clock = clock;
        this.instance = instance;
    }

    @Override
    public void add(Actor by, Deployment deployment) {
        try {
            transaction.executeWithoutResult(status -> {
                insert(deployment);
                act(
                        by,
                        deployment.state() == State.REFUSED ? "shelf.bundle_refused" : "shelf.deployment_started",
                        deployment);
            });
        } catch (DuplicateKeyException e) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "deployment", "no other deployment is open");
        }
    }

    private void insert(Deployment deployment) {
        ReleaseNumber from = deployment.from();
        jdbc.update(
                "insert into shelf.deployment (id, bundle, version, digest, from_version, from_digest, cause, by_account,"
                        + " reason, state, findings, started_at, ended_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)",
                deployment.id(),
                deployment.name(),
                deployment.version().toString(),
                deployment.digest(),
                from == null ? null : from.toString(),
                deployment.fromDigest(),
                deployment.cause().name(),
                deployment.by(),
                deployment.reason(),
                deployment.state().name(),
                ShelfColumns.of(deployment.findings()),
                Timestamp.from(deployment.startedAt()),
                deployment.state().isFinal() ? now() : null);
    }

    @Override
    public void move(UUID id, State state) {
        jdbc.update("update shelf.deployment set state = ? where id = ? and ended_at is null", state.name(), id);
    }

    @Override
    public void want(Actor by, Deployment deployment) {
        transaction.executeWithoutResult(status -> {
            requireOpen(deployment);
            endCanary(deployment);
            want(deployment.name(), deployment.version(), deployment.id());
            act(by, "shelf.bundle_deployed", deployment);
        });
    }

    @Override
    public void beginCanary(Actor by, Deployment deployment, Collection<String> routes) {
        transaction.executeWithoutResult(status -> {
            requireOpen(deployment);
            jdbc.update(
                    "insert into shelf.canary (bundle, version, deployment, routes) values (?, ?, ?, ?)",
                    deployment.name(),
                    deployment.version().toString(),
                    deployment.id(),
                    routes.toArray(String[]::new));
            act(by, "shelf.canary_started", deployment);
        });
    }

    private boolean endCanary(Deployment deployment) {
        return jdbc.update("delete from shelf.canary where deployment = ?", deployment.id()) > 0;
    }

    private void requireOpen(Deployment deployment) {
        if (jdbc.queryForList(
                        "select 1 from shelf.deployment where id = ? and ended_at is null for update", deployment.id())
                .isEmpty()) {
            throw new IllegalStateException("The deployment was ended by another instance");
        }
    }

    private void want(String name, ReleaseNumber version, UUID deployment) {
        jdbc.update(
                "insert into shelf.wanted (bundle, version, deployment, since) values (?, ?, ?, ?) on conflict (bundle)"
                        + " do update set version = excluded.version, deployment = excluded.deployment,"
                        + " since = excluded.since",
                name,
                version.toString(),
                deployment,
                now());
    }

    @Override
    public void unwant(Actor by, Deployment deployment) {
        transaction.executeWithoutResult(status -> takeBack(by, deployment));
    }

    private void takeBack(Actor by, Deployment deployment) {
        boolean wasCanary = endCanary(deployment);
        boolean wasWanted = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from shelf.wanted where deployment = ?)", Boolean.class, deployment.id()));
        ReleaseNumber from = deployment.from();
        if (wasWanted && from != null) {
            want(deployment.name(), from, deployment.id());
        } else if (wasWanted) {
            jdbc.update("delete from shelf.wanted where bundle = ?", deployment.name());
        }
        if (wasCanary || wasWanted) {
            act(by, "shelf.bundle_rolled_back", deployment);
        }
    }

    @Override
    public void recordSelfRollBack(Deployment deployment) {
        ReleaseNumber from = deployment.from();
        if (from == null) {
            return;
        }
        Deployment back = new Deployment(
                UUID.randomUUID(),
                deployment.name(),
                from,
                deployment.version(),
                String.valueOf(deployment.fromDigest()),
                deployment.digest(),
                Deployment.Cause.SELF_ROLLBACK,
                Actor.BUS.name(),
                "deployment " + deployment.id(),
                State.KEPT,
                List.of(),
                clock.instant(),
                null,
                List.of());
        transaction.executeWithoutResult(status -> {
            insert(back);
            want(back.name(), back.version(), back.id());
        });
    }

    @Override
    public void cancel(Actor by, Deployment deployment, String reason) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("update shelf.deployment set cancelled_by = ? where id = ?", by.name(), deployment.id());
            acts.record(new Act(
                    by,
                    "shelf.rollback_requested",
                    null,
                    "bundle/" + deployment.name(),
                    Map.of("deployment", deployment.id().toString(), "reason", reason)));
        });
    }

    @Override
    public boolean isCancelled(UUID id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select cancelled_by is not null or ended_at is not null from shelf.deployment where id = ?",
                Boolean.class,
                id));
    }

    @Override
    public void end(UUID id, State state, List<RouteFinding> findings) {
        jdbc.update(
                "update shelf.deployment set state = ?, findings = ?::jsonb, ended_at = ?"
                        + " where id = ? and ended_at is null",
                state.name(),
                ShelfColumns.of(findings),
                now(),
                id);
    }

    @Override
    public void endOrphan() {
        transaction.executeWithoutResult(status -> open().ifPresent(orphan -> {
            takeBack(Actor.BUS, orphan);
            jdbc.update(
                    "update shelf.step set outcome = 'failed', ended_at = ? where deployment = ? and ended_at is null",
                    now(),
                    orphan.id());
            end(
                    orphan.id(),
                    HAD_RUN.contains(orphan.state()) ? State.ROLLED_BACK : State.FAILED,
                    List.of(new RouteFinding("bundle.yaml", 1, 1, RouteRule.INTERRUPTED, List.of())));
        }));
    }

    @Override
    public void beginStep(UUID id, int number, String name, String detail) {
        jdbc.update(
                "insert into shelf.step (deployment, number, name, outcome, detail, instance, started_at)"
                        + " values (?, ?, ?, 'running', ?, ?, ?)",
                id,
                number,
                name,
                detail,
                instance,
                now());
    }

    @Override
    public void endStep(UUID id, int number, String outcome, String detail) {
        jdbc.update(
                "update shelf.step set outcome = ?, detail = ?, ended_at = ? where deployment = ? and number = ?",
                outcome,
                detail,
                now(),
                id,
                number);
    }

    @Override
    public Optional<Deployment> find(UUID id) {
        return rows.read(jdbc, "where id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Deployment> open() {
        return rows.read(jdbc, "where ended_at is null").stream().findFirst();
    }

    @Override
    public List<Deployment> list(@Nullable String name, @Nullable UUID after, int limit) {
        return rows.read(
                jdbc,
                "where (?::text is null or bundle = ?)"
                        + " and (?::uuid is null or seq < (select seq from shelf.deployment where id = ?))"
                        + " order by seq desc limit ?",
                name,
                name,
                after,
                after,
                limit);
    }

    private void act(Actor by, String action, Deployment deployment) {
        Map<String, String> detail = new HashMap<>();
        detail.put("version", deployment.version().toString());
        detail.put("digest", deployment.digest());
        detail.put("deployment", deployment.id().toString());
        detail.put("cause", deployment.cause().name());
        ReleaseNumber from = deployment.from();
        if (from != null) {
            detail.put("from", from.toString());
            detail.put("fromDigest", String.valueOf(deployment.fromDigest()));
        }
        if (!deployment.reason().isEmpty()) {
            detail.put("reason", deployment.reason());
        }
        acts.record(new Act(by, action, null, "bundle/" + deployment.name(), detail));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
