package vn.dancu.bus.command.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
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

    @Test
    void showsNoJsonInACell() throws JsonProcessingException {
        assertThat(
                        printed(
                                """
                        [{"id": "h99", "standing": {"state": "suspended", "refusedWith": "partner_suspended"}},
                         {"id": "h41", "standing": {"state": "active"}}]"""))
                .isEqualTo(
                        """
                        id   standing
                        h99  suspended; refusedWith partner_suspended
                        h41  active
                        """);
    }

    @Test
    void showsMomentsInTheTimeOfThisMachineAndDaysAsTheLanguageHasThem() throws JsonProcessingException {
        String json =
                "{\"due\": \"2026-11-29T18:21:12.100Z\", \"day\": \"2026-11-29\", \"from\": \"1970-01-01T00:00:00Z\"}";

        assertThat(printed(json))
                .isEqualTo(
                        """
                        Due on  2026-11-30 01:21:12 +07
                        day     2026-11-29
                        from    always
                        """);
        assertThat(printed(json, "vi")).contains("Hạn   30/11/2026 01:21:12 +07", "day   29/11/2026", "từ đầu");
    }

    @Test
    void keepsWithinAHundredColumns() throws JsonProcessingException {
        String id = "92c3b545-9a18-4975-b4ee-7459886b9151";
        String row =
                "{\"id\": \"%s\", \"kind\": \"answer\", \"due\": \"2026-11-29T18:21:12Z\", \"partner\": \"h41-lgsp\","
                                .formatted(id)
                        + " \"officer\": \"khanh.thanhtra\", \"result\": \"found\", \"service\": \"TraCuuThongTinCongDan\","
                        + " \"name\": \"Ủy ban nhân dân tỉnh Nghệ An (giả lập)\", \"hash\": \"" + "1a".repeat(32)
                        + "\"}";

        String table = printed("[" + row + "," + row + "]");

        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(table.lines()).contains("    id: " + id, "    hash: " + "1a".repeat(32));
        assertThat(table).contains("TraCuuThongTinCongDan", "khanh.thanhtra", "nhân dân");
    }

    private static String printed(String json) throws JsonProcessingException {
        return printed(json, "en");
    }

    private static String printed(String json, String language) throws JsonProcessingException {
        StringWriter text = new StringWriter();
        new TablePrinter(
                        new PrintWriter(text),
                        CommandTexts.inLanguage(language),
                        HEADINGS,
                        ZoneId.of("Asia/Ho_Chi_Minh"))
                .print(new JsonMapper().readTree(json));
        return text.toString();
    }
}
