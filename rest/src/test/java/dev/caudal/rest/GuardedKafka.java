package dev.caudal.rest;

import dev.caudal.local.KafkaListener;
import dev.caudal.local.Port;
import dev.caudal.testkit.TestKafka;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A broker that lets users in by SCRAM, and lets each do only what it may; on its plain side the test may do all. */
final class GuardedKafka implements AutoCloseable {
    private static final Map<String, String> AUTHORIZER = Map.of(
            "authorizer.class.name",
            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users",
            "User:ANONYMOUS");

    private final int port = Port.any().choose("a guarded listener");
    private final TestKafka kafka = TestKafka.start(
            AUTHORIZER,
            new KafkaListener(
                    "GUARDED",
                    "SASL_PLAINTEXT",
                    port,
                    Map.of(
                            "sasl.enabled.mechanisms",
                            "SCRAM-SHA-512",
                            "scram-sha-512.sasl.jaas.config",
                            "org.apache.kafka.common.security.scram.ScramLoginModule required;")));

    TestKafka kafka() {
        return kafka;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Lets a user in. */
    void user(String name, String password) {
        done(kafka.admin()
                .alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password)))
                .all());
    }

    /** Lets a user do something. */
    void allow(String user, ResourceType type, String name, AclOperation... operations) {
        var pattern = new ResourcePattern(type, name, PatternType.LITERAL);
        done(kafka.admin()
                .createAcls(Arrays.stream(operations)
                        .map(operation -> new AclBinding(
                                pattern,
                                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))
                        .collect(Collectors.toList()))
                .all());
    }

    @Override
    public void close() {
        kafka.close();
    }

    private static void done(KafkaFuture<Void> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
