package dev.caudal.server.endpoint;

import dev.caudal.server.definition.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where clients of endpoints begin. What an API told is good for a minute, and after that while the API does not answer.
 * Any thread may ask; it waits while the API is asked.
 */
final class KnownBrokers {
    private static final Logger LOG = LoggerFactory.getLogger(KnownBrokers.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Map<List<String>, Known> known = new ConcurrentHashMap<>();

    private record Known(String brokers, long nanos) {
        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    /**
     * Hosts and ports.
     *
     * @param login a target
     * @return separated by commas
     * @throws Refusal when nobody tells, and nobody has told before
     */
    String of(Login login) {
        if (!login.type().equals(MskType.TYPE)) {
            return login.value(KafkaType.SERVERS);
        }
        var place = List.of(login.value(MskType.CLUSTER), login.value(MskType.API), login.value(KafkaSecurity.FIELD));
        var there = known.get(place);
        if (there != null && there.isFresh()) {
            return there.brokers();
        }
        try {
            var told = MskBrokers.of(login);
            known.put(place, new Known(told, System.nanoTime()));
            return told;
        } catch (Refusal e) {
            if (there == null) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("cluster", place.get(0))
                    .setCause(e)
                    .log("the brokers are those that were told before");
            return there.brokers();
        }
    }
}
