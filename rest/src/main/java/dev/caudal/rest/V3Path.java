package dev.caudal.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a thing of v3 is: its address, and its name as a CRN ({@code crn:///kafka=C/topic=T}), which has no authority.
 *
 * @param cluster the cluster's id
 * @param url the address
 * @param crn the name
 */
record V3Path(String cluster, String url, String crn) {
    /** The path of all resources of a cluster; one for all classes, as requests are matched class by class. */
    static final String CLUSTER = "/v3/clusters/{cluster}";

    /**
     * A cluster.
     *
     * @param root the proxy's address, without a slash at its end
     * @param id the cluster's id
     */
    static V3Path of(String root, String id) {
        return new V3Path(id, root + "/v3/clusters/" + encode(id), "crn:///kafka=" + encode(id));
    }

    /** A thing in a collection of this one. */
    V3Path child(String collection, String type, Object id) {
        var name = encode(String.valueOf(id));
        return new V3Path(cluster, under(collection) + "/" + name, crn + "/" + type + "=" + name);
    }

    /** A thing that this one has once. */
    V3Path part(String name) {
        return new V3Path(cluster, under(name), crn + "/" + name);
    }

    /** The address of a collection of this one. */
    String under(String collection) {
        return url + "/" + collection;
    }

    V3Path broker(int id) {
        return child("brokers", "broker", id);
    }

    V3Path topic(String name) {
        return child("topics", "topic", name);
    }

    /** A partition of the topic that this is. */
    V3Path partition(int id) {
        return child("partitions", "partition", id);
    }

    V3Path group(String id) {
        return child("consumer-groups", "consumer-group", id);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
