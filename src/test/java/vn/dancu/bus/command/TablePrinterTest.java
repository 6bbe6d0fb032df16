package vn.dancu.bus.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablePrinterTest {

    private static final Map<String, BilingualText> HEADINGS = Map.of("due", new BilingualText("Hạn", "due on"));

    @Test
    void printsListsAsTables() throws JsonProcessingException {
        assertThat(
                        printed(
                                """
                        {"items": [{"id": "a", "records": 1}, {"id": "dài hơn", "key": ["x", "y"]}], "next": "dài hơn"}"""))
                .isEqualTo(
                        """
                        id       records  key
                        a        1
                        dài hơn           x, y
                        There is more: --after dài hơn
                        """);
    }

    @Test
    void printsObjectsInObjects() throws JsonProcessingException {
        assertThat(printed("{\"id\": \"a\", \"inner\": {\"b\": true}, \"rows\": [{\"c\": 1}], \"none\": []}"))
                .isEqualTo(
                        """
                        id     a
                        inner:
                          b  yes
                        rows:
                          c
                          1
                        none
                        """);
    }

    @Test
    void putsWhatIsInACellIntoOneLine() throws JsonProcessingException {
        assertThat(
                        printed(
                                """
                        [{"due": true, "name": {"vi": "Tên", "en": "Name"}, "step": {"id": "go-live"}, "many": [{}, {}]}]"""))
                .isEqualTo(
                        """
                        Due on  name  step     many
                        yes     Name  go-live  2 items
                        """);
    }

    @Test
    void passesNoControlCharacterOn() throws JsonProcessingException {
        assertThat(printed("{\"id\": \"a\\u001b[2Jb\\nc\"}")).isEqualTo("id  a?[2Jb?c\n");
    }

    private static String printed(String json) throws JsonProcessingException {
        StringWriter text = new StringWriter();
        new TablePrinter(new PrintWriter(text), CommandTexts.inLanguage("en"), HEADINGS)
                .print(OperationArguments.JSON.readTree(json));
        return text.toString();
    }
}
