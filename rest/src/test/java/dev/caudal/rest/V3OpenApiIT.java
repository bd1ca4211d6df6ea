package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.testkit.Eventually;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of v3 against what it really answers. */
final class V3OpenApiIT {
    /** Nothing changes or goes before all is read. */
    private static final List<String> ORDER = List.of("get", "post", "put", "patch", "delete");

    /** A broker without authorizer has no ACLs, and one broker alone moves no partition. */
    private static final Map<String, Integer> REFUSED =
            Map.of("/clusters/{cluster_id}/acls", 40002, "/clusters/{cluster_id}/acls:batch", 40002);

    private static final String MOVE =
            "/clusters/{cluster_id}/topics/{topic_name}/partitions/{partition_id}/reassignment";

    private static V3Proxy v3;
    private static KafkaConsumer<String, String> consumer;
    private static JsonNode document;

    private record Operation(String method, String path, JsonNode json) {
        String name() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void start() {
        v3 = new V3Proxy();
        v3.kafka().createTopic("rivers", 1);
        v3.kafka().send("rivers", "Ebro");
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", v3.kafka().bootstrapServers(),
                        "group.id", "readers",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("rivers"));
        while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
            assertThat(consumer.groupMetadata().groupId()).isEqualTo("readers");
        }
        consumer.commitSync();
        document = v3.proxy().http().get("/v3/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        consumer.close();
        v3.close();
    }

    @Test
    void every_documented_operation_answers_as_documented() {
        var values = new HashMap<String, String>();
        values.put("cluster_id", v3.cluster());
        values.put(
                "consumer_id",
                v3.get("/consumer-groups/readers/consumers")
                        .json()
                        .at("/data/0/consumer_id")
                        .asText());
        // What is read must have been set.
        v3.send("PUT", "/broker-configs/log.retention.ms", "{'value':'7200000'}");
        Eventually.passes(() ->
                assertThat(v3.get("/broker-configs/log.retention.ms").status()).isEqualTo(200));

        for (var operation : operations()) {
            var answer = call(operation, values);

            if (REFUSED.containsKey(operation.path())) {
                assertThat(answer.code()).as(operation.name()).isEqualTo(REFUSED.get(operation.path()));
                conforms(schema("Error"), answer.json(), operation.name());
            } else if (operation.path().equals(MOVE)) {
                assertThat(answer.status()).as(operation.name()).isEqualTo(404);
                conforms(schema("Error"), answer.json(), operation.name());
            } else {
                answersAsDocumented(operation, answer);
            }
        }
    }

    @Test
    void every_operation_is_documented() {
        var served = resources().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .flatMap(method -> Arrays.stream(method.getAnnotations())
                                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                                .filter(http -> http != null)
                                .map(http -> http.value() + " " + path(type) + "/" + path(method))))
                .map(V3OpenApiIT::anonymous)
                .filter(operation -> !operation.contains("openapi.json"))
                .collect(Collectors.toCollection(TreeSet::new));
        served.add(anonymous("POST /v3/clusters/{}/topics/{}/records"));

        Set<String> documented = operations().stream()
                .map(each -> anonymous(each.method().toUpperCase(Locale.ROOT) + " /v3" + each.path()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(served);
    }

    /** The classes of the resources of v3, as the proxy registers them. */
    private static Set<Class<?>> resources() {
        var config = RestProxyConfig.of(Map.of("bootstrap.servers", "127.0.0.1:1"));
        try (var clients = new KafkaClients(config, Map.of());
                var answers = new Answers()) {
            var topics = new Topics(clients.admin(), answers);
            var sending = new Sending(clients.producer(), config.limits().producerPatience(), topics, answers);
            var kafka = new V3Kafka(clients.admin(), answers, List.of());
            var registered = new ResourceConfig();
            var producing = new V3Producing(
                    kafka, sending, topics, answers, config.rates().start());
            new V3Resources(kafka, producing).registerIn(registered);
            return registered.getInstances().stream().map(Object::getClass).collect(Collectors.toSet());
        }
    }

    private static Http.Answer call(Operation operation, Map<String, String> values) {
        var path = "/v3" + operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.json().path("parameters")) {
            var name = parameter.get("name").asText();
            var value = values.getOrDefault(name, parameter.path("example").asText());
            if (parameter.get("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", value);
            } else if (!value.isEmpty()) {
                query.add(name + "=" + value);
            }
        }
        var body = operation.json().at("/requestBody/content/application~1json/example");
        return v3.proxy()
                .http()
                .send(
                        operation.method().toUpperCase(Locale.ROOT),
                        path + (query.isEmpty() ? "" : "?" + String.join("&", query)),
                        body.isMissingNode() ? "" : body.toString(),
                        "Content-Type",
                        "application/json");
    }

    /** The first status that an operation names is that of its example. */
    private static void answersAsDocumented(Operation operation, Http.Answer answer) {
        var expected = operation.json().at("/responses").properties().iterator().next();
        assertThat(answer.status())
                .as(operation.name() + ": " + answer.body())
                .isEqualTo(Integer.parseInt(expected.getKey()));
        var schema = expected.getValue().at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            assertThat(answer.body()).as(operation.name()).isEmpty();
        } else {
            assertThat(answer.type()).as(operation.name()).isEqualTo("application/json");
            conforms(schema, answer.json(), operation.name());
        }
    }

    /** All required fields are there, all fields are known, and all have the type that they should. */
    private static void conforms(JsonNode given, JsonNode value, String where) {
        var schema = resolve(given);
        if (value.isNull()) {
            assertThat(given.path("nullable").asBoolean()
                            || schema.path("nullable").asBoolean())
                    .as(where + " may be null")
                    .isTrue();
            return;
        }
        switch (schema.path("type").asText()) {
            case "object" -> {
                var names = new ArrayList<String>();
                value.fieldNames().forEachRemaining(names::add);
                schema.path("required")
                        .forEach(name -> assertThat(names).as(where).contains(name.asText()));
                names.forEach(name -> {
                    assertThat(schema.path("properties").has(name))
                            .as(where + "." + name)
                            .isTrue();
                    conforms(schema.path("properties").get(name), value.get(name), where + "." + name);
                });
            }
            case "array" -> value.forEach(each -> conforms(schema.get("items"), each, where + "[]"));
            case "string" -> {
                assertThat(value.isTextual()).as(where).isTrue();
                if (schema.has("enum")) {
                    assertThat(schema.get("enum")).as(where).contains(value);
                }
            }
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            default -> throw new AssertionError(where + " has no type: " + schema);
        }
    }

    private static JsonNode resolve(JsonNode schema) {
        var inner = schema.has("allOf") ? schema.at("/allOf/0") : schema;
        return inner.has("$ref") ? document.at(inner.get("$ref").asText().substring(1)) : inner;
    }

    private static JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    private static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : document.get("paths").properties()) {
            for (var method : path.getValue().properties()) {
                operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()));
            }
        }
        // Settings go before the topic does.
        operations.sort(Comparator.comparing((Operation each) -> ORDER.indexOf(each.method()))
                .thenComparing(each -> -each.path().length()));
        return operations;
    }

    private static String path(java.lang.reflect.AnnotatedElement element) {
        return Stream.ofNullable(element.getAnnotation(Path.class))
                .map(Path::value)
                .findFirst()
                .orElse("");
    }

    /** Without the names of what is put into it. */
    private static String anonymous(String operation) {
        return operation.replaceAll("\\{[^}]*}", "{}").replaceAll("/$", "");
    }
}
