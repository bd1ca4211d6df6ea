package dev.caudal.s3.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.s3.FaultyS3;
import dev.caudal.s3.FaultyS3.Fault;
import dev.caudal.s3.archive.RestoreState;
import dev.caudal.s3.store.ObjectStore;
import dev.caudal.s3.store.StoreDefinition;
import dev.caudal.s3.store.StoreException;
import dev.caudal.testkit.TestS3;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class LeaseIT {
    private static final String BUCKET = "leases";
    private static final String KEY = "lease.json";

    @Test
    void a_write_whose_answer_was_lost_is_not_taken_for_that_of_another() throws Exception {
        var lost = new AtomicBoolean();
        try (var s3 = TestS3.start()) {
            s3.createBucket(BUCKET);
            var settings = new HashMap<>(s3.sinkSettings());
            try (var faulty = new FaultyS3(
                            URI.create(settings.get("store.url")),
                            line -> lost.get() && line.startsWith("PUT") ? Fault.LOST_ANSWER : Fault.NONE);
                    var store = store(settings, faulty.endpoint());
                    var lease = Lease.take(
                            new ArchiveBucket(store), KEY, RestoreState.fresh("new"), new RestoreFixture.Quiet())) {
                lost.set(true);
                assertThatThrownBy(() -> lease.change(RestoreState::alive)).isInstanceOf(StoreException.class);
                lost.set(false);

                lease.change(RestoreState::alive);

                assertThat(RestoreState.parse(KEY, store.get(KEY).orElseThrow()))
                        .isEqualTo(lease.state());
            }
        }
    }

    private static ObjectStore store(Map<String, String> settings, URI endpoint) {
        settings.putAll(Map.of("s3.bucket.name", BUCKET, "store.url", endpoint.toString(), "s3.retry.backoff.ms", "0"));
        var definition = new ConfigDef();
        StoreDefinition.addTo(definition);
        return ObjectStore.open(new AbstractConfig(definition, settings, false));
    }
}
