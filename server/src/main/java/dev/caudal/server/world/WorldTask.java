package dev.caudal.server.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.local.LocalMariaDb;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.endpoint.Endpoint;
import dev.caudal.server.endpoint.Endpoints;
import dev.caudal.server.endpoint.Role;
import dev.caudal.server.task.Task;
import dev.caudal.server.task.TaskJson;
import dev.caudal.server.task.Tasks;
import java.util.Optional;

/** The connections and the task of the database {@code world}; what is there already stays as it is. */
public final class WorldTask {
    /** The task's name. */
    public static final String NAME = "world-to-kafka";

    private static final String SOURCE = "world";
    private static final String TARGET = "kafka";
    private static final String SERVERS = "bootstrap-servers";

    private final Endpoints endpoints;
    private final Tasks tasks;
    private final String bootstrapServers;

    /**
     * Among the definitions of a platform.
     *
     * @param endpoints of the platform
     * @param tasks of the platform
     * @param bootstrapServers of the platform's broker
     */
    public WorldTask(Endpoints endpoints, Tasks tasks, String bootstrapServers) {
        this.endpoints = endpoints;
        this.tasks = tasks;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Saves what is missing.
     *
     * @param database serves
     * @return the task's name
     * @throws Refusal when one of the names is taken by something else
     */
    public String define(LocalMariaDb database) {
        source(database);
        var target = target();
        var there =
                tasks.all().stream().filter(task -> task.name().equals(NAME)).findFirst();
        if (there.isEmpty()) {
            var task = Json.MAPPER
                    .createObjectNode()
                    .put("description", "MariaDB world \u2192 Kafka")
                    .put("source", SOURCE)
                    .put("target", target);
            task.putObject("tables").putArray("include").add(WorldServer.DATABASE + ".%");
            tasks.create(NAME, TaskJson.parse(task));
        } else if (!reads(there.get())) {
            throw taken("task", NAME);
        }
        return NAME;
    }

    private static boolean reads(Task task) {
        return task.definition()
                .filter(definition -> definition.value().source().equals(SOURCE))
                .isPresent();
    }

    private void source(LocalMariaDb database) {
        var body = Json.MAPPER
                .createObjectNode()
                .put("name", SOURCE)
                .put("type", "mysql")
                .put("role", "source");
        settings(body, database);
        var there = find(SOURCE);
        if (there.isEmpty()) {
            endpoints.create(body);
            return;
        }
        var settings = there.get().value().settings();
        if (!database.user().name().equals(settings.get("user")) || !"127.0.0.1".equals(settings.get("host"))) {
            throw taken("connection", SOURCE);
        }
        if (!Integer.toString(database.port()).equals(settings.get("port"))) {
            endpoints.replace(SOURCE, there.get().version(), body);
        }
    }

    private static void settings(ObjectNode body, LocalMariaDb database) {
        body.putObject("settings")
                .put("host", "127.0.0.1")
                .put("port", database.port())
                .put("user", database.user().name())
                .put("password", database.user().password())
                .put("tls", "disabled");
    }

    /** A target that is the platform's own broker already, else a new one. */
    private String target() {
        var same = endpoints.all().stream()
                .filter(each -> each.value().role() == Role.TARGET)
                .filter(each -> bootstrapServers.equals(each.value().settings().get(SERVERS)))
                .findFirst();
        if (same.isPresent()) {
            return same.get().name();
        }
        if (find(TARGET).isPresent()) {
            throw taken("connection", TARGET);
        }
        var body = Json.MAPPER
                .createObjectNode()
                .put("name", TARGET)
                .put("type", "kafka")
                .put("role", "target");
        body.putObject("settings").put(SERVERS, bootstrapServers);
        return endpoints.create(body).name();
    }

    private Optional<Definition<Endpoint>> find(String name) {
        return endpoints.all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static Refusal taken(String kind, String name) {
        return Refusal.of(
                ProblemCode.NAME_TAKEN,
                "The %s '%s' is there already and leads elsewhere.".formatted(kind, name),
                "Delete that %s, or make connections and task of your own.".formatted(kind));
    }
}
