package dev.caudal.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.DefinitionId;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Portfolio;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** Definitions as a file: out, in, and what it looks like. */
@Path(ApiServer.ROOT)
public final class PortfolioResource {
    private final Portfolio portfolio;

    /**
     * Serves files.
     *
     * @param portfolio the definitions of the platform
     */
    public PortfolioResource(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /**
     * A file of definitions as JSON.
     *
     * @param tasks names of tasks, which come with their endpoints; none for all that there is
     * @param endpoints names of endpoints
     * @return the file, secrets masked
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("export")
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode json(@QueryParam("task") List<String> tasks, @QueryParam("endpoint") List<String> endpoints) {
        var wanted = new ArrayList<DefinitionId>();
        tasks.forEach(name -> wanted.add(new DefinitionId("task", name)));
        endpoints.forEach(name -> wanted.add(new DefinitionId("endpoint", name)));
        return portfolio.export(wanted);
    }

    /**
     * The same as YAML.
     *
     * @param tasks names of tasks
     * @param endpoints names of endpoints
     * @return the file, secrets masked
     * @throws JsonProcessingException never
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("export")
    @Produces(Yaml.MEDIA_TYPE + ";qs=0.5") // who does not say what gets JSON
    public String yaml(@QueryParam("task") List<String> tasks, @QueryParam("endpoint") List<String> endpoints)
            throws JsonProcessingException {
        return Yaml.write(json(tasks, endpoints));
    }

    /**
     * Makes definitions as a file says, all or none.
     *
     * @param file JSON or YAML
     * @param dryRun whether nothing shall be saved
     * @return what became of each
     * @throws JsonProcessingException when it is neither
     */
    @POST
    @Requires(UserRole.DESIGNER)
    @Path("apply")
    @Consumes({MediaType.APPLICATION_JSON, Yaml.MEDIA_TYPE})
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode apply(String file, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun)
            throws JsonProcessingException {
        var outcomes = portfolio.apply(Yaml.read(file), dryRun);
        var json = Json.MAPPER.createObjectNode().put("dryRun", dryRun);
        json.set("items", Json.MAPPER.valueToTree(outcomes));
        return json.put("total", outcomes.size());
    }

    /**
     * What a file looks like.
     *
     * @return a JSON schema
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("definitions.schema.json")
    @Produces("application/schema+json")
    public ObjectNode schema() {
        return portfolio.schema();
    }
}
