package dev.caudal.rest;

import java.util.Arrays;
import java.util.stream.Stream;

/** A user who speaks to a proxy. Single quotes in bodies stand for double ones. */
record AsUser(TestProxy proxy, String name, String password) {
    Http.Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Http.Answer send(String method, String path, String body, String... headers) {
        var all = Stream.concat(Arrays.stream(headers), Stream.of("Authorization", Basic.header(name, password)))
                .toArray(String[]::new);
        return proxy.http().send(method, path, body.replace('\'', '"'), all);
    }

    Http.Answer v1(String method, String path, String body) {
        return send(method, path, body, "Content-Type", "application/vnd.kafka.v1+json");
    }

    Http.Answer v2(String method, String path, String body) {
        return send(method, path, body, "Content-Type", "application/vnd.kafka.v2+json");
    }

    Http.Answer produce(String topic, String value) {
        return send(
                "POST",
                "/topics/" + topic,
                "{'records':[{'value':'" + value + "'}]}",
                "Content-Type",
                "application/vnd.kafka.json.v2+json");
    }

    Http.Answer v3(String method, String path, String body) {
        var cluster = get("/v3/clusters").json().at("/data/0/cluster_id").asText();
        return send(method, "/v3/clusters/" + cluster + path, body, "Content-Type", "application/json");
    }
}
