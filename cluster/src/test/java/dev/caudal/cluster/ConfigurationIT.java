package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kafka.model.BadRequestException;
import software.amazon.awssdk.services.kafka.model.ConfigurationRevision;
import software.amazon.awssdk.services.kafka.model.ConflictException;
import software.amazon.awssdk.services.kafka.model.CreateConfigurationResponse;
import software.amazon.awssdk.services.kafka.model.NotFoundException;

/** Configurations without a cluster that has them. */
class ConfigurationIT {
    @TempDir
    private static Path root;

    private static TestPlane plane;

    @BeforeAll
    static void start() {
        plane = new TestPlane(root);
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @Test
    void a_configuration_has_revisions_which_stay_as_they_were() {
        var made = create("kept", "num.partitions=3\n");
        assertThat(made.name()).isEqualTo("kept");
        assertThat(made.latestRevision().revision()).isEqualTo(1);
        var changed = plane.client()
                .updateConfiguration(request -> request.arn(made.arn())
                        .description("more")
                        .serverProperties(SdkBytes.fromUtf8String("num.partitions=6\n")));
        assertThat(changed.latestRevision().revision()).isEqualTo(2);

        assertThat(plane.client()
                        .listConfigurationRevisions(request -> request.arn(made.arn()))
                        .revisions())
                .extracting(ConfigurationRevision::revision)
                .containsExactly(1L, 2L);
        assertThat(plane.client()
                        .describeConfigurationRevision(
                                request -> request.arn(made.arn()).revision(1L))
                        .serverProperties()
                        .asUtf8String())
                .isEqualTo("num.partitions=3\n");
        var told = plane.client().describeConfiguration(request -> request.arn(made.arn()));
        assertThat(told.description()).isEqualTo("of a test");
        assertThat(told.latestRevision().description()).isEqualTo("more");
        assertThat(plane.client().listConfigurations(request -> {}).configurations())
                .anyMatch(each -> each.arn().equals(made.arn()));
    }

    @Test
    void the_name_of_a_configuration_is_free_again_after_its_delete() {
        var made = create("gone", "");
        assertThatThrownBy(() -> create("gone", "")).isInstanceOf(ConflictException.class);
        plane.client().deleteConfiguration(request -> request.arn(made.arn()));
        assertThatThrownBy(() -> plane.client().describeConfiguration(request -> request.arn(made.arn())))
                .isInstanceOf(NotFoundException.class);
        assertThat(create("gone", "").arn()).isNotEqualTo(made.arn());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "super.users=User:ANONYMOUS",
                "listeners=PLAINTEXT://0.0.0.0:9092",
                "zookeeper.session.timeout.ms=6000",
                "num.partitions=many",
                "num.partitions=0",
                "log.cleanup.policy=compact\\nsuper.users\\=User:ANONYMOUS",
                "replica.selector.class=java.lang.String"
            })
    void settings_that_a_cluster_cannot_have_are_refused(String properties) {
        assertThatThrownBy(() -> create("refused", properties))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        error -> assertThat(error.invalidParameter()).isEqualTo("serverProperties"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "arn:aws:kafka:us-east-1:000000000000:configuration/../x-1", "%2F%2e%2e"})
    void what_is_no_arn_of_a_configuration_is_a_bad_request(String arn) {
        assertThatThrownBy(() -> plane.client().describeConfiguration(request -> request.arn(arn)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Invalid Configuration ARN.");
    }

    private static CreateConfigurationResponse create(String name, String properties) {
        return plane.client()
                .createConfiguration(request -> request.name(name)
                        .description("of a test")
                        .kafkaVersions(List.of("4.3.1"))
                        .serverProperties(SdkBytes.fromUtf8String(properties)));
    }
}
