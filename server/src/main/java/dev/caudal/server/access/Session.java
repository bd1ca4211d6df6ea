package dev.caudal.server.access;

/**
 * Somebody has signed in.
 *
 * @param token by what requests are known from now on; a secret
 * @param caller who it is
 */
public record Session(String token, Caller caller) {
    @Override
    public String toString() {
        return "Session[" + caller.name() + "]";
    }
}
