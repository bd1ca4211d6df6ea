package dev.caudal.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.server.access.AuditLog;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Refusal;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Who did what. */
@Path(ApiServer.ROOT + "audit")
@Produces("application/json")
public final class AuditResource {
    private static final int MOST = 10_000;

    private final AuditLog log;

    /**
     * Serves it.
     *
     * @param log of the platform
     */
    public AuditResource(AuditLog log) {
        this.log = log;
    }

    /**
     * The last entries, the oldest first.
     *
     * @param since only what is not older than this time, as {@code 2026-05-20T19:33:55Z}; empty: all
     * @param limit how many at most, 1 to 10,000
     * @return the entries
     */
    @GET
    @Requires(UserRole.ADMIN)
    public Items<JsonNode> entries(
            @QueryParam("since") @DefaultValue("") String since, @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.invalid("limit", "limit is %d.".formatted(limit), "It can be 1 to %d.".formatted(MOST));
        }
        return Items.all(log.read(time(since), limit));
    }

    private static Instant time(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "since", "'%s' is no time.".formatted(text), "Give one such as 2026-05-20T19:33:55Z.");
        }
    }
}
