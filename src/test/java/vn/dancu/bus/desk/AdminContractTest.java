package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

class AdminContractTest {

    private static final JsonNode DOCUMENT = AdminContract.document();
    private static final List<String> ROLES =
            List.of("onboarding-clerk", "approver", "policy-manager", "operator", "inspector");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([A-Z]+) `([^`]+)` \\|(.*)\\|");

    @Test
    void leadsToPartsThatExist() {
        assertThat(DOCUMENT.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        DOCUMENT.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void usesEverySchemaThatItHas() {
        Set<String> used = new HashSet<>(DOCUMENT.findValuesAsText("$ref"));

        List<String> idle = new ArrayList<>();
        DOCUMENT.path("components").path("schemas").fieldNames().forEachRemaining(name -> {
            if (!used.contains("#/components/schemas/" + name)) {
                idle.add(name);
            }
        });
        assertThat(idle).isEmpty();
    }

    @Test
    void hasSchemasThatAreSchemas() {
        var dialect = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

        DOCUMENT.path("components").path("schemas").forEach(schema -> assertThat(dialect.getSchema(schema))
                .isNotNull());
    }

    @Test
    void speaksBothLanguages() {
        List<String> texts = new ArrayList<>();
        AdminContract.operations()
                .values()
                .forEach(it -> texts.add(it.path("summary").asText()));
        DOCUMENT.path("components").path("schemas").forEach(schema -> schema.path("properties")
                .properties()
                .forEach(property ->
                        texts.add(property.getValue().path("description").asText(property.getKey() + " has none"))));

        assertThat(texts).allSatisfy(text -> assertThat(text).contains(" / "));
    }

    @Test
    void namesACommandForEachOperationOnce() {
        assertThat(AdminContract.operations().values().stream()
                        .map(it -> it.path("x-command").asText())
                        .toList())
                .doesNotHaveDuplicates()
                .allMatch(command -> command.matches("[a-z-]+( [a-z-]+)?"));
        assertThat(AdminContract.operations().values().stream()
                        .map(it -> it.path("operationId").asText())
                        .toList())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z]+"));
    }

    @Test
    void namesCodesAndRolesThatExist() {
        Set<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());
        Set<String> roles = Arrays.stream(Role.values())
                .map(Role::code)
                .filter(code -> ActingAs.roleOfPeople(code).isPresent())
                .collect(Collectors.toSet());

        assertThat(AdminContract.operations()).allSatisfy((name, operation) -> {
            assertThat(operation.path("x-errors")).allMatch(code -> codes.contains(code.asText()), name);
            assertThat(operation.path("x-roles")).isNotEmpty().allMatch(role -> roles.contains(role.asText()), name);
        });
    }

    /** Rows of {@code | `command` | METHOD `path` | clerk | approver | policy manager | operator | inspector |}. */
    @Test
    void standsInTheTableOfWhoMayDoWhat() throws IOException {
        Map<String, List<String>> table = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/protocols/PR-ADMIN.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String[] marks = row.group(4).split("\\|", -1);
                table.put(
                        row.group(1) + " = " + row.group(2) + " /api/v1/admin/" + row.group(3),
                        IntStream.range(0, ROLES.size())
                                .filter(i -> marks[i].strip().equals("●"))
                                .mapToObj(ROLES::get)
                                .sorted()
                                .toList());
            }
        }
        Map<String, List<String>> contract = new TreeMap<>();
        AdminContract.operations()
                .forEach((name, operation) -> contract.put(
                        operation.path("x-command").asText() + " = " + name,
                        StreamSupport.stream(operation.path("x-roles").spliterator(), false)
                                .map(JsonNode::asText)
                                .sorted()
                                .toList()));

        assertThat(table).containsExactlyInAnyOrderEntriesOf(contract);
    }

    @Test
    void hasNoPersonInAPathOrAQuery() {
        List<String> names = new ArrayList<>();
        AdminContract.operations().values().forEach(operation -> operation
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("name").asText())));

        assertThat(names).doesNotContain("soDinhDanh", "soCMND", "person", "citizen");
    }
}
