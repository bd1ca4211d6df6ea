package dev.caudal.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.TableId;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.endpoint.Endpoints;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a source has: schemas, tables, columns. */
@Path(ApiServer.ROOT + "endpoints")
@Produces("application/json")
public final class EndpointTablesResource {
    private static final int MOST = 10_000;

    private final Endpoints endpoints;

    /**
     * Serves what sources have.
     *
     * @param endpoints those of the platform
     */
    public EndpointTablesResource(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * The schemas of a source.
     *
     * @param name the endpoint's name
     * @return by name
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/schemas")
    public Items<String> schemas(@PathParam("name") String name) {
        return Items.all(endpoints.schemas(name));
    }

    /**
     * The tables of a source, a part of them at a time.
     *
     * @param name the endpoint's name
     * @param schema only those of this schema; empty for all
     * @param match only those with this in their name, or whose name this is where it has {@code %}
     * @param offset how many to pass over
     * @param limit how many at most, 1 to 10,000
     * @return by schema and name
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/tables")
    public Items<ObjectNode> tables(
            @PathParam("name") String name,
            @QueryParam("schema") @DefaultValue("") String schema,
            @QueryParam("match") @DefaultValue("") String match,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw Refusal.invalid(
                    offset < 0 ? "offset" : "limit",
                    "offset is %d and limit %d.".formatted(offset, limit),
                    "offset can be 0 or more, limit 1 to %d.".formatted(MOST));
        }
        var matches = matching(match);
        var found = endpoints.tables(name).stream()
                .filter(table -> schema.isEmpty() || table.schema().equals(schema))
                .filter(table -> matches.test(table.name()))
                .toList();
        return new Items<>(
                found.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(EndpointTablesResource::head)
                        .toList(),
                found.size());
    }

    /**
     * A table of a source.
     *
     * @param name the endpoint's name
     * @param table schema and name with a dot between them
     * @return columns, key, estimate and what is remarkable
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/tables/{table}")
    public ObjectNode table(@PathParam("name") String name, @PathParam("table") String table) {
        var found = endpoints.table(name, id(table));
        var json = head(found.id()).put("engine", found.engine()).put("estimate", found.estimate());
        json.set("columns", Json.MAPPER.valueToTree(found.columns()));
        json.set("key", Json.MAPPER.valueToTree(found.key()));
        json.set("warnings", Json.MAPPER.valueToTree(found.warnings()));
        return json;
    }

    private static TableId id(String text) {
        return Refusal.reading("table", () -> TableId.parse(text), "Name schema and table.");
    }

    private static ObjectNode head(TableId table) {
        return Json.MAPPER.createObjectNode().put("schema", table.schema()).put("name", table.name());
    }

    private static Predicate<String> matching(String match) {
        if (!match.contains("%")) {
            var part = match.toLowerCase(Locale.ROOT);
            return name -> name.toLowerCase(Locale.ROOT).contains(part);
        }
        var pattern = Stream.of(match.split("%", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .asMatchPredicate();
    }
}
