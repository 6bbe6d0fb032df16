package vn.dancu.bus.sandbox.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * What the bus answered.
 *
 * @param status of HTTP; 0 when there was no answer
 * @param disposition how a file is named; empty when it is none
 */
record BusAnswer(int status, String disposition, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ERRORS = 400;

    static BusAnswer none() {
        return new BusAnswer(0, "", new byte[0]);
    }

    boolean isGood() {
        return status > 0 && status < ERRORS;
    }

    /** The document; empty where the body is none. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** The code of a refusal; empty when it is none. */
    String code() {
        return status == 0 ? "no_answer" : json().path("code").asText();
    }

    @Override
    public String toString() {
        return "BusAnswer[" + status + "]";
    }
}
