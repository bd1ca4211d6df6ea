package dev.caudal.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.server.access.UserRole;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.message.TopicPages;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** What tasks have sent. */
@Path(ApiServer.ROOT + "tasks")
@Produces("application/json")
public final class MessagesResource {
    private final Function<String, List<String>> topics;
    private final Function<String, Map<String, String>> clients;
    private final TopicPages pages = new TopicPages();

    /**
     * Serves the messages of tasks.
     *
     * @param topics by task its topics; throws a {@link Refusal} for a name that no task has
     * @param clients by task how its topics are reached
     */
    public MessagesResource(Function<String, List<String>> topics, Function<String, Map<String, String>> clients) {
        this.topics = topics;
        this.clients = clients;
    }

    /**
     * The topics of a task.
     *
     * @param name its name
     * @return as it was run last
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/topics")
    public Items<String> topics(@PathParam("name") String name) {
        return Items.all(topics.apply(name));
    }

    /**
     * A page of a topic of a task, the newest message first.
     *
     * @param name the task's name
     * @param topic one of its topics
     * @param partition the partition
     * @param before only messages with a lower offset; negative for the newest
     * @param limit how many at most, 1 to {@link TopicPages#MOST}
     * @return the messages, each explained where it is an {@code atMSG}
     */
    @GET
    @Requires(UserRole.VIEWER)
    @Path("{name}/messages")
    public ObjectNode messages(
            @PathParam("name") String name,
            @QueryParam("topic") @DefaultValue("") String topic,
            @QueryParam("partition") @DefaultValue("0") int partition,
            @QueryParam("before") @DefaultValue("-1") long before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > TopicPages.MOST) {
            throw Refusal.invalid(
                    "limit", "limit is %d.".formatted(limit), "It can be 1 to %d.".formatted(TopicPages.MOST));
        }
        // Only its own: other topics of the cluster may have what is not for everybody.
        if (!topics.apply(name).contains(topic)) {
            throw Refusal.invalid(
                    "topic",
                    "'%s' is no topic of the task '%s'.".formatted(topic, name),
                    "Ask for one of those that /topics names.");
        }
        var until = before < 0 ? OptionalLong.empty() : OptionalLong.of(before);
        var page = pages.read(clients.apply(name), topic, partition, until, limit);
        var json = Json.MAPPER.createObjectNode().put("topic", page.topic()).put("partition", page.partition());
        json.put("partitions", page.partitions()).put("begin", page.begin()).put("end", page.end());
        page.older().ifPresentOrElse(offset -> json.put("older", offset), () -> json.putNull("older"));
        var items = json.putArray("items");
        page.records().forEach(record -> items.add(MessageView.of(record)));
        return json;
    }
}
