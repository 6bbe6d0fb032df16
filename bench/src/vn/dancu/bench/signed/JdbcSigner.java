package vn.dancu.bench.signed;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import vn.dancu.bus.kernel.Sha256;

/** Registers a certificate by which a partner signs, as the administration does. */
public final class JdbcSigner {

    private static final String INSERT =
            """
            insert into partner.credential
                (id, partner, kind, origin, certificate, thumbprint, subject, valid_from, valid_until, issued_at, issued_by)
            values (gen_random_uuid(), ?, 'SIGNING_CERTIFICATE', 'ISSUED', ?, ?, ?, now() - interval '1 hour',
                now() + interval '1 day', now(), 'bench')""";

    public static void register(String jdbcUrl, String partner, X509Certificate certificate) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, partner);
            insert.setBytes(2, certificate.getEncoded());
            insert.setString(3, HexFormat.of().formatHex(Sha256.of(certificate.getEncoded())));
            insert.setString(4, certificate.getSubjectX500Principal().getName());
            insert.executeUpdate();
        } catch (SQLException | CertificateEncodingException e) {
            throw new IllegalStateException("The certificate cannot be registered", e);
        }
    }

    private JdbcSigner() {}
}
