package vn.dancu.bus.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

class AdminContractTest {

    private static final JsonNode DOCUMENT = AdminContract.document();

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

    @Test
    void hasNoPersonInAPathOrAQuery() {
        List<String> names = new ArrayList<>();
        AdminContract.operations().values().forEach(operation -> operation
                .path("parameters")
                .forEach(parameter -> names.add(parameter.path("name").asText())));

        assertThat(names).doesNotContain("soDinhDanh", "soCMND", "person", "citizen");
    }
}
