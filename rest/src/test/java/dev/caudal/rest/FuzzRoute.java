package dev.caudal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A route of the proxy, with names in braces where requests differ.
 *
 * @param query the parameters it knows
 * @param type how a body is typed
 * @param body a valid one; empty where there is none
 */
record FuzzRoute(String method, String path, List<String> query, String type, String body) {
    private static final String INSTANCE = "/consumers/{group}/instances/{instance}";
    private static final String PARTITIONS = "{\"partitions\":[{\"topic\":\"fuzz\",\"partition\":0}]}";
    private static final String RECORDS =
            "{\"records\":[{\"key\":\"YQ==\",\"value\":\"Yg==\",\"partition\":0},{\"value\":null}]}";

    /** All of v1 and v2. */
    static List<FuzzRoute> unversioned() {
        return Stream.of(
                        get("/"),
                        post("/", ""),
                        get("/brokers"),
                        get("/topics"),
                        get("/topics/{topic}"),
                        get("/topics/{topic}/partitions"),
                        get("/topics/{topic}/partitions/{partition}"),
                        get("/topics/{topic}/partitions/{partition}/offsets"),
                        get(
                                "/topics/{topic}/partitions/{partition}/messages",
                                "offset",
                                "count",
                                "timestamp",
                                "include"),
                        post("/topics/{topic}", RECORDS),
                        post(
                                "/topics/{topic}",
                                "{\"records\":[{\"key\":{\"a\":1},\"value\":[1,2.5,\"x\",null,true]}]}"),
                        post("/topics/{topic}/partitions/{partition}", RECORDS),
                        post(
                                "/consumers/{group}",
                                "{\"name\":\"a\",\"format\":\"binary\",\"auto.offset.reset\":\"smallest\",\"auto.commit.enable\":\"false\"}"),
                        post(
                                "/consumers/{group}",
                                "{\"name\":\"b\",\"format\":\"json\",\"auto.offset.reset\":\"earliest\",\"fetch.min.bytes\":100,\"consumer.request.timeout.ms\":50}"),
                        delete(INSTANCE),
                        get(INSTANCE + "/topics/{topic}", "max_bytes", "include"),
                        get(INSTANCE + "/records", "timeout", "max_bytes", "include"),
                        post(INSTANCE + "/offsets", ""),
                        post(
                                INSTANCE + "/offsets",
                                "{\"offsets\":[{\"topic\":\"fuzz\",\"partition\":0,\"offset\":3,\"metadata\":\"m\"}]}"),
                        get(INSTANCE + "/offsets", "topic", "partition"),
                        post(INSTANCE + "/subscription", "{\"topics\":[\"fuzz\",\"other\"]}"),
                        post(INSTANCE + "/subscription", "{\"topic_pattern\":\"fu.*\"}"),
                        get(INSTANCE + "/subscription"),
                        delete(INSTANCE + "/subscription"),
                        post(INSTANCE + "/assignments", PARTITIONS),
                        get(INSTANCE + "/assignments"),
                        post(
                                INSTANCE + "/positions",
                                "{\"offsets\":[{\"topic\":\"fuzz\",\"partition\":0,\"offset\":2}],\"timestamps\":[{\"topic\":\"fuzz\",\"partition\":0,\"timestamp\":\"2026-01-31T12:00:00Z\"}]}"),
                        post(INSTANCE + "/positions/beginning", PARTITIONS),
                        post(INSTANCE + "/positions/end", PARTITIONS))
                .toList();
    }

    /** All of v3, as its OpenAPI document has them. */
    static List<FuzzRoute> versioned(JsonNode document) {
        var routes = new ArrayList<FuzzRoute>();
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var query = new ArrayList<String>();
                for (var parameter : operation.getValue().path("parameters")) {
                    if (parameter.path("in").asText().equals("query")) {
                        query.add(parameter.get("name").asText());
                    }
                }
                var body = operation.getValue().at("/requestBody/content/application~1json/example");
                routes.add(new FuzzRoute(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        "/v3" + path.getKey(),
                        query,
                        "application/json",
                        body.isMissingNode() ? "" : body.toString()));
            }
        }
        return routes;
    }

    private static FuzzRoute get(String path, String... query) {
        return new FuzzRoute("GET", path, List.of(query), "", "");
    }

    private static FuzzRoute delete(String path) {
        return new FuzzRoute("DELETE", path, List.of(), "", "");
    }

    private static FuzzRoute post(String path, String body) {
        return new FuzzRoute("POST", path, List.of(), "", body);
    }
}
