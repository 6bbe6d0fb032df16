package vn.dancu.bus.message;

/** The library's one costly object: make it once, share it between threads. */
public interface MessageContext {

    XmlMessages xml(Version version);

    JsonMessages json();
}
