package vn.dancu.bus.codebook.platform;

/** The calls of one pull; each gives the body of an answer with status 200. */
public interface PlatformCalls {

    /** {@code GET /dmdc/1.0/AllCategory}. */
    byte[] lists();

    /** {@code GET /dmdc/Metadata/{list}}. */
    byte[] metadata(String list);

    /** {@code GET /dmdc/Category/{list}}. */
    byte[] records(String list);
}
