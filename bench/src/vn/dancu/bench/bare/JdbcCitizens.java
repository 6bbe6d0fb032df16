package vn.dancu.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import javax.xml.datatype.DatatypeFactory;
import org.jspecify.annotations.Nullable;
import vn.dancu.schema.citizen.v1.CongDan;

/** One query by primary key. */
final class JdbcCitizens {

    private static final String FIND = "select " + CitizenColumns.NAMES + " from bench.citizen where so_dinh_danh = ?";

    private final DataSource database;
    private final DatatypeFactory datatypes;

    JdbcCitizens(DataSource database, DatatypeFactory datatypes) {
        this.database = database;
        this.datatypes = datatypes;
    }

    @Nullable
    CongDan find(String number) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? new CitizenColumns(datatypes).read(rows) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The look-up failed", e);
        }
    }
}
