package dev.caudal.server.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.core.TableId;
import dev.caudal.mysql.SourceCatalog;
import dev.caudal.mysql.SourceConfig;
import dev.caudal.server.definition.Change;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.Definitions;
import dev.caudal.server.definition.Names;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.definition.SecretBox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of a platform. Any thread may use it. */
public final class Endpoints {
    private static final EndpointKind KIND = EndpointKind.INSTANCE;

    private final Definitions definitions;
    private final SecretBox box;
    private final SourceTables tables;
    private final KnownBrokers brokers = new KnownBrokers();

    /**
     * Endpoints among definitions.
     *
     * @param definitions where they are kept
     * @param box what encrypts their secrets
     */
    public Endpoints(Definitions definitions, SecretBox box) {
        this.definitions = definitions;
        this.box = box;
        this.tables = new SourceTables(box);
    }

    /**
     * All endpoints.
     *
     * @return by name
     */
    public List<Definition<Endpoint>> all() {
        return definitions.all(KIND);
    }

    /**
     * One endpoint.
     *
     * @param name its name
     * @return the endpoint
     * @throws Refusal when there is none
     */
    public Definition<Endpoint> require(String name) {
        return definitions.require(KIND, name);
    }

    /**
     * The tasks that use an endpoint.
     *
     * @param endpoint the endpoint
     * @return their names
     */
    public List<String> usedBy(Definition<Endpoint> endpoint) {
        return definitions.usersOf(endpoint.id()).stream().map(id -> id.name()).toList();
    }

    /**
     * Creates an endpoint.
     *
     * @param body name, role, type, description, settings
     * @return what was saved
     * @throws Refusal naming the field that is wrong, or saying that the name is taken
     */
    public Definition<Endpoint> create(JsonNode body) {
        var input = EndpointInput.of(body);
        definitions.save(Change.create(KIND, input.name(), input.seal(box, Optional.empty())));
        return require(input.name());
    }

    /**
     * Changes an endpoint.
     *
     * @param name its name
     * @param seen the version that was seen
     * @param body all of it; a mask means the secret that is there
     * @return what was saved
     * @throws Refusal naming the field that is wrong, or saying that there is another version
     */
    public Definition<Endpoint> replace(String name, long seen, JsonNode body) {
        var input = EndpointInput.of(named(name, body));
        var present = definitions.find(KIND, name).map(Definition::value);
        return definitions
                .save(Change.replace(KIND, name, seen, input.seal(box, present)))
                .orElseThrow();
    }

    /**
     * Creates a copy of an endpoint, with its secrets.
     *
     * @param name its name
     * @param copy the name of the copy
     * @return what was saved
     * @throws Refusal when there is no such endpoint, or one of the other name
     */
    public Definition<Endpoint> duplicate(String name, String copy) {
        var endpoint = require(name);
        var there = endpoint.value();
        var input = new EndpointInput(
                Names.check(copy),
                there.role(),
                there.type(),
                there.description(),
                Logins.open(endpoint, box).values());
        return definitions
                .save(Change.create(KIND, copy, input.seal(box, Optional.empty())))
                .orElseThrow();
    }

    /**
     * Deletes an endpoint.
     *
     * @param name its name
     * @param seen the version that was seen
     * @throws Refusal when a task uses it, or there is another version
     */
    public void delete(String name, long seen) {
        definitions.save(Change.delete(KIND, name, seen));
    }

    /**
     * Tests an endpoint as it was saved; takes up to half a minute.
     *
     * @param name its name
     * @return what was found
     * @throws Refusal when there is none
     */
    public TestReport test(String name) {
        return test(Logins.open(require(name), box));
    }

    /**
     * Tests an endpoint that was not saved.
     *
     * @param body as for {@link #create}; a mask means the secret of the saved one of that name
     * @return what was found
     * @throws Refusal naming the field that is wrong
     */
    public TestReport test(JsonNode body) {
        var input = EndpointInput.of(body);
        return test(input.login(box, definitions.find(KIND, input.name()).map(Definition::value)));
    }

    /**
     * Where a source is and how to log in, for what reads its log.
     *
     * @param name the endpoint's name
     * @return with the password in plain text
     * @throws Refusal when there is none, or it is no source that may be reached
     */
    public SourceConfig.Address address(String name) {
        return tables.address(require(name));
    }

    /**
     * How clients reach a target.
     *
     * @param name the endpoint's name
     * @return settings of Kafka's clients, with secrets in plain text
     * @throws Refusal when there is none, or it is no target, or the API of Amazon MSK does not tell its brokers
     */
    public Map<String, String> clients(String name) {
        var endpoint = require(name);
        if (endpoint.value().role() != Role.TARGET) {
            throw Refusal.invalid(
                    "target", "The endpoint '%s' is no target.".formatted(name), "Choose an endpoint that is one.");
        }
        var login = Logins.open(endpoint, box);
        return KafkaClients.settings(login, brokers.of(login));
    }

    /**
     * The schemas of a source.
     *
     * @param name the endpoint's name
     * @return by name
     * @throws Refusal when the source does not tell
     */
    public List<String> schemas(String name) {
        return tables.schemas(require(name));
    }

    /**
     * The tables of a source, as they were some seconds ago at most.
     *
     * @param name the endpoint's name
     * @return by schema and name
     * @throws Refusal when the source does not tell
     */
    public List<TableId> tables(String name) {
        return tables.all(require(name));
    }

    /**
     * The tables of a source, as they are now.
     *
     * @param name the endpoint's name
     * @return by schema and name
     * @throws Refusal when the source does not tell
     */
    public List<TableId> presentTables(String name) {
        return tables.present(require(name));
    }

    /**
     * A table of a source.
     *
     * @param name the endpoint's name
     * @param table schema and name
     * @return its columns and what is remarkable
     * @throws Refusal when the source does not tell, or has no such table
     */
    public SourceCatalog.Table table(String name, TableId table) {
        return tables.one(require(name), table);
    }

    private static TestReport test(Login login) {
        return login.type().equals(MySqlType.TYPE) ? MySqlTest.run(login) : KafkaTest.run(login);
    }

    /** The body with the name that the address has; another one in it is refused. */
    private static JsonNode named(String name, JsonNode body) {
        if (!body.isObject()) {
            return body;
        }
        var other = body.path("name").asText(name);
        if (!other.equals(name)) {
            throw Refusal.invalid(
                    "name",
                    "The endpoint '%s' cannot become '%s'.".formatted(name, other),
                    "Duplicate it under the other name, and delete this one.");
        }
        return body.<ObjectNode>deepCopy().put("name", name);
    }
}
