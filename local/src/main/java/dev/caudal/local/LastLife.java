package dev.caudal.local;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/**
 * Tells when the cluster's metadata no longer take a broker's previous process for alive: it has left in order, or its
 * session has ended. Called by Kafka's threads, waited for by the one that starts the broker.
 */
final class LastLife implements MetadataPublisher {

    private final int broker;
    private final CountDownLatch over = new CountDownLatch(1);

    LastLife(int broker) {
        this.broker = broker;
    }

    @Override
    public String name() {
        return "LastLife";
    }

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration registration = image.cluster().broker(broker);
        if (registration == null || registration.fenced()) {
            over.countDown();
        }
    }

    /**
     * Waits until it is over.
     *
     * @throws IllegalStateException when it is not after {@code seconds}
     */
    void await(long seconds) throws InterruptedException {
        if (!over.await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "After " + seconds + " s the controller still takes the broker's last process for alive.");
        }
    }
}
