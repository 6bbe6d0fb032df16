package vn.dancu.bus.http.client;

import java.io.IOException;

/** An answer is larger than its pool allows. */
public final class AnswerTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLargeException() {
        super("The answer is larger than allowed");
    }
}
