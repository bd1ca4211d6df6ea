package dev.caudal.server.access;

import java.util.function.BooleanSupplier;

/**
 * Who sends a request.
 *
 * @param name a user's; {@link #LOCAL} or {@link #ANYBODY}
 * @param role what the caller may do
 * @param current whether that is still so; may be asked for as long as the request is served
 */
public record Caller(String name, UserRole role, BooleanSupplier current) {
    /** Programs of this machine that can read the platform's folder. */
    public static final String LOCAL = "local";

    /** Whoever reaches an API without users. */
    public static final String ANYBODY = "anybody";

    static final Caller FROM_HERE = new Caller(LOCAL, UserRole.ADMIN, () -> true);
}
