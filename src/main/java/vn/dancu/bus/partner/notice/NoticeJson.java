package vn.dancu.bus.partner.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON text of a notice, as partners receive it. */
final class NoticeJson {

    private final JsonMapper json = JsonMapper.builder().build();

    String text(Notice notice) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", notice.id().toString());
        members.put("partner", notice.partner().value());
        members.put("kind", notice.kind().code());
        members.put("createdAt", notice.createdAt().toString());
        members.put(
                "vi",
                Map.of(
                        "subject",
                        notice.vietnamese().subject(),
                        "body",
                        notice.vietnamese().body()));
        members.put(
                "en",
                Map.of(
                        "subject",
                        notice.english().subject(),
                        "body",
                        notice.english().body()));
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }
}
