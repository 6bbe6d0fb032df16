package vn.dancu.bus.policy.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.policy.content.CaseForm;
import vn.dancu.bus.policy.content.GrantTerms;
import vn.dancu.bus.policy.content.PolicyContent;

/** Reads and writes the content of published versions as rows. */
final class JdbcPolicyContent {

    private static final int ROWS_PER_BATCH = 1_000;

    private static final String PERMISSION =
            "insert into policy.permission (version, partner, service, position, purpose, procedures, fields,"
                    + " legal_basis, officers, relationship, case_forms, consent)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;

    JdbcPolicyContent(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    PolicyContent read(long number) {
        Map<PartnerId, Parts> parts = new HashMap<>();
        jdbc.query(
                "select partner, officer from policy.officer where version = ?",
                rs -> {
                    parts(parts, rs).officers.add(rs.getString("officer"));
                },
                number);
        jdbc.query(
                "select partner, officers from policy.managed where version = ?",
                rs -> {
                    parts(parts, rs).managed = rs.getInt("officers");
                },
                number);
        jdbc.query(
                "select * from policy.permission where version = ? order by partner, service, position",
                rs -> {
                    parts(parts, rs)
                            .permissions
                            .computeIfAbsent(new ServiceCode(rs.getString("service")), it -> new ArrayList<>())
                            .add(permission(rs));
                },
                number);
        jdbc.query(
                "select partner, service, per_minute, per_day from policy.quota where version = ?",
                rs -> {
                    parts(parts, rs)
                            .quotas
                            .put(
                                    new ServiceCode(rs.getString("service")),
                                    new PolicyContent.Quota(rs.getLong("per_minute"), rs.getLong("per_day")));
                },
                number);
        return new PolicyContent(parts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().entitlement())));
    }

    void write(long version, PolicyContent content) {
        List<Object[]> officers = new ArrayList<>();
        List<Object[]> managed = new ArrayList<>();
        List<Object[]> permissions = new ArrayList<>();
        List<Object[]> quotas = new ArrayList<>();
        content.entitlements().forEach((partner, entitlement) -> {
            String id = partner.value();
            entitlement.officers().forEach(it -> officers.add(new Object[] {version, id, it}));
            if (entitlement.managedOfficers() > 0) {
                managed.add(new Object[] {version, id, entitlement.managedOfficers()});
            }
            entitlement
                    .permissions()
                    .forEach((service, those) -> permissions.addAll(rows(version, id, service.value(), those)));
            entitlement
                    .quotas()
                    .forEach((service, it) ->
                            quotas.add(new Object[] {version, id, service.value(), it.perMinute(), it.perDay()}));
        });
        batch("insert into policy.officer (version, partner, officer) values (?, ?, ?)", officers);
        batch("insert into policy.managed (version, partner, officers) values (?, ?, ?)", managed);
        batch(PERMISSION, permissions);
        batch(
                "insert into policy.quota (version, partner, service, per_minute, per_day) values (?, ?, ?, ?, ?)",
                quotas);
    }

    private void batch(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_BATCH) {
            jdbc.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_BATCH)));
        }
    }

    private static List<Object[]> rows(
            long version, String partner, String service, List<PolicyContent.Permission> permissions) {
        List<Object[]> rows = new ArrayList<>();
        for (PolicyContent.Permission it : permissions) {
            GrantTerms terms = it.terms();
            rows.add(new Object[] {
                version,
                partner,
                service,
                rows.size(),
                it.purpose().value(),
                it.procedures().toArray(String[]::new),
                it.fields().stream().map(FieldPath::value).toArray(String[]::new),
                terms.legalBasis(),
                terms.officers().isEmpty() ? null : terms.officers().toArray(String[]::new),
                terms.demand() == GrantTerms.Demand.NOTHING
                        ? null
                        : terms.demand().name(),
                terms.caseForms().isEmpty()
                        ? null
                        : terms.caseForms().stream().map(CaseForm::mask).toArray(String[]::new),
                terms.needsConsent()
            });
        }
        return rows;
    }

    private static PolicyContent.Permission permission(ResultSet rs) throws SQLException {
        String demand = rs.getString("relationship");
        GrantTerms terms = new GrantTerms(
                rs.getString("legal_basis"),
                Set.copyOf(JdbcPolicyRows.texts(rs, "officers")),
                demand == null ? GrantTerms.Demand.NOTHING : GrantTerms.Demand.valueOf(demand.toUpperCase(Locale.ROOT)),
                JdbcPolicyRows.texts(rs, "case_forms").stream()
                        .map(CaseForm::new)
                        .toList(),
                rs.getBoolean("consent") ? GrantTerms.ConsentDemand.REQUIRED : GrantTerms.ConsentDemand.NONE);
        return new PolicyContent.Permission(
                new Purpose(rs.getString("purpose")),
                Set.copyOf(JdbcPolicyRows.texts(rs, "procedures")),
                JdbcPolicyRows.texts(rs, "fields").stream()
                        .map(FieldPath::of)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                terms.equals(GrantTerms.NONE) ? GrantTerms.NONE : terms);
    }

    private static Parts parts(Map<PartnerId, Parts> parts, ResultSet rs) throws SQLException {
        return parts.computeIfAbsent(new PartnerId(rs.getString("partner")), it -> new Parts());
    }

    /** The parts of one entitlement while its rows are read. */
    private static final class Parts {
        private final Set<String> officers = new HashSet<>();
        private final Map<ServiceCode, List<PolicyContent.Permission>> permissions = new HashMap<>();
        private final Map<ServiceCode, PolicyContent.Quota> quotas = new HashMap<>();
        private int managed;

        private PolicyContent.Entitlement entitlement() {
            return new PolicyContent.Entitlement(officers, managed, permissions, quotas);
        }
    }
}
