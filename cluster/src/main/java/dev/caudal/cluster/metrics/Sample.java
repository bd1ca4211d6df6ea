package dev.caudal.cluster.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a broker tells of itself at one moment.
 *
 * @param session its session with the quorum
 * @param metrics of all levels, without the dimension of the broker
 */
record Sample(SessionState session, List<Metric> metrics) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Sample {
        metrics = List.copyOf(metrics);
    }

    static Sample parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, Sample.class);
    }

    String json() throws JsonProcessingException {
        return JSON.writeValueAsString(this);
    }

    /** The value of a metric that has no dimension but the broker. */
    OptionalDouble value(String name) {
        return metrics.stream()
                .filter(each -> each.name().equals(name) && each.dimensions().isEmpty())
                .mapToDouble(Metric::value)
                .findFirst();
    }
}
