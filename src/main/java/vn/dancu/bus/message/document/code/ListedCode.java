package vn.dancu.bus.message.document.code;

import vn.dancu.bus.message.Bilingual;

/** A value of one of the standard's lists of codes. The lists are open: see {@link Coded}. */
public interface ListedCode {

    /** How the wire writes it. */
    String code();

    /** What it means. */
    Bilingual meaning();
}
