package vn.dancu.bench.bare;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.dancu.schema.citizen.v1.CongDan;

/**
 * The bare service's own table, one row a person, filled from the bus's answers: so both answer the same. A hundred rows
 * nobody asks for stand beside each, so that the table is as long as the sandbox's register.
 */
public final class JdbcBareTable {

    private static final int OTHERS = 99;
    private static final String INSERT = "insert into bench.citizen (" + CitizenColumns.NAMES + ") values ("
            + String.join(", ", Collections.nCopies(CitizenColumns.ALL.size(), "?")) + ")";

    private final Unmarshaller unmarshaller;
    private final XMLInputFactory inputs = XMLInputFactory.newFactory();

    private JdbcBareTable() throws JAXBException {
        this.unmarshaller = JAXBContext.newInstance(CongDan.class).createUnmarshaller();
    }

    /** Makes the table anew. Each answer is a SOAP envelope in the shape of annex Đ with one citizen. */
    public static void fill(String jdbcUrl, List<byte[]> answers) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            JdbcBareTable table = new JdbcBareTable();
            table.create(connection);
            table.insert(connection, answers);
            table.lengthen(connection);
        } catch (SQLException | JAXBException | XMLStreamException e) {
            throw new IllegalStateException("The bare service's table cannot be filled", e);
        }
    }

    private void create(Connection connection) throws SQLException {
        String columns = CitizenColumns.ALL.stream().map(name -> name + " text").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("drop table if exists bench.citizen");
            statement.execute("create table bench.citizen (" + columns + ", primary key (so_dinh_danh))");
        }
    }

    private void insert(Connection connection, List<byte[]> answers)
            throws SQLException, JAXBException, XMLStreamException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (byte[] answer : answers) {
                bind(statement, CitizenValues.of(citizen(answer)));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setString(i + 1, values.get(i));
        }
    }

    private CongDan citizen(byte[] answer) throws XMLStreamException, JAXBException {
        XMLStreamReader reader = inputs.createXMLStreamReader(new ByteArrayInputStream(answer));
        while (!(reader.next() == XMLStreamReader.START_ELEMENT
                && reader.getLocalName().equals("CongDan"))) {}
        return unmarshaller.unmarshal(reader, CongDan.class).getValue();
    }

    private void lengthen(Connection connection) throws SQLException {
        String others = CitizenColumns.ALL.stream().skip(1).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into bench.citizen (" + CitizenColumns.NAMES + ") select 'x' || n || so_dinh_danh, "
                            + others + " from bench.citizen, generate_series(1, " + OTHERS + ") n");
            statement.execute("analyze bench.citizen");
        }
    }
}
