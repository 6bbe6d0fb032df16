package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** A value of one of the standard's lists of codes. The lists are open: see {@link Coded}. */
public interface ListedCode {

    /** How the wire writes a value, and what it means. */
    record Entry(String code, Bilingual meaning) {}

    Entry entry();

    /** How the wire writes it. */
    default String code() {
        return entry().code();
    }

    /** What it means. */
    default Bilingual meaning() {
        return entry().meaning();
    }
}
