package dev.caudal.rest;

import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;

/** All that v3 serves, but for the streams of records. */
final class V3Resources {
    private final V3Kafka kafka;

    private final V3Producing producing;

    V3Resources(V3Kafka kafka, V3Producing producing) {
        this.kafka = kafka;
        this.producing = producing;
    }

    void registerIn(ResourceConfig resources) {
        all().forEach(resources::register);
    }

    private List<Object> all() {
        var topics = new V3Topics(kafka);
        var configs = new V3Configs(kafka);
        var brokers = new V3Brokers(kafka);
        var groups = new V3Groups(kafka);
        return List.of(
                new V3OpenApiResource(),
                new V3ClustersResource(kafka),
                new V3ClusterResource(kafka),
                new V3ClusterConfigsResource(kafka, configs),
                new V3BrokersResource(kafka, brokers, topics),
                new V3BrokerConfigsResource(kafka, brokers, configs),
                new V3TopicsResource(kafka, topics),
                new V3TopicConfigsResource(kafka, topics, configs),
                new V3PartitionsResource(kafka, topics),
                new V3ReassignmentsResource(kafka, topics),
                new V3BatchResource(kafka, producing),
                new V3GroupsResource(kafka, groups),
                new V3ConsumersResource(kafka, groups),
                new V3LagsResource(kafka, new V3Lags(kafka, groups, topics)),
                new V3AclsResource(kafka));
    }
}
