package vn.dancu.bus.sandbox.fault;

import java.util.Locale;

/**
 * A fault that a mock plays. What each mock can play is said where it makes its {@link FaultPlan}.
 *
 * @param verb the verb of the axis as its path has it, the SMPP command, or what the national side is asked for; {@code *} for every one
 * @param every on each n-th call of that verb
 * @param times how often in all; 0 for ever
 * @param delayMillis how long {@link Kind#SLOW} waits, {@link Kind#TRICKLE} before each byte, and how far {@link Kind#CLOCK} stands ahead
 * @param code which error {@link Kind#FAIL} gives
 */
public record Fault(String verb, Kind fault, int every, int times, long delayMillis, String code) {

    static final String ANY = "*";

    /** What goes wrong. */
    public enum Kind {
        /** The answer comes late. */
        SLOW,
        /** The answer comes a byte at a time. */
        TRICKLE,
        /** FAIL with a code, and nothing is done. */
        FAIL,
        /** HTTP status 500 with a page, and nothing is done. */
        ERROR_PAGE,
        /** HTTP status 200 with a page, as a proxy gives it. */
        PAGE,
        /** Bytes that are no JSON and no XML. */
        GARBAGE,
        /** OK without data. */
        NO_DATA,
        /** Half of the answer: over HTTP the connection is closed then, over SMPP the rest of the body is missing. */
        TRUNCATED,
        /** It is done, and the answer is lost. */
        LOST,
        /** A list has each item twice; a message is delivered twice, under two numbers. */
        DUPLICATE,
        /** A message is delivered as it came, even one that is no edXML; its headers say between whom. */
        UNREAD,
        /** Nothing is done, and the connection is closed. */
        DROP,
        /** It is done, and no answer ever comes. */
        SILENT,
        /** What should come after the answer comes before it. */
        EARLY,
        /** A fault in the words of the interface, with status 200. */
        FAULT,
        /** The fault of an OAuth2 gateway with a code, as JSON. */
        GATEWAY_JSON,
        /** The same as XML. */
        GATEWAY_XML,
        /** The credentials are refused, as when a token ran out on the way. */
        UNAUTHORIZED,
        /** The clock of the other side stands so many milliseconds ahead. */
        CLOCK,
        /** The right answer in another namespace; properties of JSON under other names. */
        NAMESPACE,
        /** The right answer in another encoding than it states. */
        CHARSET,
        /** The right answer with 10 MB of blanks in it. */
        HUGE,
        /** The right answer without a content type. */
        NO_TYPE,
        /** The record of somebody who was not asked for. */
        OTHER_PERSON,
        /** The right record with half of the fields that were asked for. */
        PARTIAL;

        /** As a plan names it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
