package dev.caudal.rest;

import dev.caudal.testkit.TestKafka;

/** A proxy that is spoken to in v3, before a broker of its own. */
final class V3Proxy implements AutoCloseable {
    private final TestKafka kafka = TestKafka.start();
    private final TestProxy proxy;
    private final String cluster;

    V3Proxy(String... settings) {
        proxy = new TestProxy(kafka, settings);
        cluster =
                proxy.http().get("/v3/clusters").json().at("/data/0/cluster_id").asText();
    }

    TestKafka kafka() {
        return kafka;
    }

    TestProxy proxy() {
        return proxy;
    }

    String cluster() {
        return cluster;
    }

    /** The address of something in the cluster; it begins with a slash. */
    String url(String path) {
        return "http://127.0.0.1:" + proxy.port() + path(path);
    }

    String path(String path) {
        return "/v3/clusters/" + cluster + path;
    }

    Http.Answer get(String path) {
        return proxy.http().get(path(path));
    }

    /** Sends a body, in which single quotes stand for double ones. */
    Http.Answer send(String method, String path, String body) {
        return proxy.http().send(method, path(path), body.replace('\'', '"'), "Content-Type", "application/json");
    }

    @Override
    public void close() {
        proxy.close();
        kafka.close();
    }
}
