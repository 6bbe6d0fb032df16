package vn.dancu.bus.gateway.adapter;

/** The body of {@code mapi/login}. */
record LoginRequest(String username, String password) {

    @Override
    public String toString() {
        return "LoginRequest[masked]";
    }
}
