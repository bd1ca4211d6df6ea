package dev.caudal.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.Golden;
import dev.caudal.testkit.SettingsTable;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class DefinitionTest {
    private static final List<String> GROUPS = List.of("Source", "Task", "Target", "Message", "Delivery");

    private static final String HEAD = """
            # Settings of the replication connector

            Generated from the connector's own definition; `DefinitionTest` keeps it true. Beside these, a task needs three
            settings of Kafka Connect: `connector.class=dev.caudal.replicate.ReplicationConnector`,
            `exactly.once.support=required`, and `offsets.storage.topic`, a topic of the target cluster that is not the
            worker's own. `tasks.max` is 1. Settings that begin with `target.` and are not listed go to the clients of the
            target cluster, for example `target.security.protocol`.
            """;

    @Test
    void names_and_defaults_stay_as_users_have_them_in_their_files() {
        assertThat(ReplicationConfig.definition().configKeys().values().stream()
                        .map(key -> key.name + "=" + SettingsTable.preset(key)))
                .containsExactlyInAnyOrder(
                        "source.host=",
                        "source.port=3306",
                        "source.standby=",
                        "source.user=",
                        "source.password=",
                        "source.login=password",
                        "source.aws.region=",
                        "source.tls=preferred",
                        "source.tls.ca=",
                        "source.server.id=0",
                        "tables=",
                        "table.settings=",
                        "table.rules=",
                        "full.load=true",
                        "apply.changes=true",
                        "load.connections=2",
                        "load.epoch.ms=300000",
                        "target.bootstrap.servers=",
                        "connect.group.id=",
                        "topic=${schema}.${table}",
                        "topic.partitions=1",
                        "topic.replication.factor=-1",
                        "data.error.policy=log",
                        "ddl.alter.policy=apply",
                        "ddl.truncate.policy=apply",
                        "ddl.drop.policy=apply",
                        "ddl.rename.policy=apply",
                        "lob.policy=full",
                        "lob.limit.kb=8",
                        "exceptions.topic=",
                        "events.topic=",
                        "statistics.topic=",
                        "log.topic=",
                        "reports.bootstrap.servers=",
                        "message.key=primary-key",
                        "partition.strategy=by-message-key",
                        "message.envelope=true",
                        "message.before.image=true",
                        "message.headers=schema,table,operation",
                        "commit.interval.ms=200",
                        "commit.rows=50000",
                        "commit.bytes=33554432",
                        "commit.pace.ms=5");
    }

    @Test
    void only_what_a_task_cannot_know_is_required() {
        assertThat(ReplicationConfig.definition().configKeys().values().stream()
                        .filter(key -> !key.hasDefault())
                        .map(key -> key.name))
                .containsExactlyInAnyOrder(
                        "source.host", "source.user", "tables", "target.bootstrap.servers", "connect.group.id");
    }

    @Test
    void every_setting_has_a_sentence_of_documentation_and_a_group() {
        assertThat(ReplicationConfig.definition().configKeys().values())
                .allSatisfy(key -> assertThat(key.documentation)
                        .as(key.name)
                        .hasSizeGreaterThan(8)
                        .endsWith("."))
                .allSatisfy(key -> assertThat(key.group).as(key.name).isNotEmpty());
    }

    @Test
    void the_password_is_never_shown() {
        assertThat(ReplicationConfig.definition().configKeys())
                .hasEntrySatisfying(
                        "source.password", key -> assertThat(key.type).isEqualTo(ConfigDef.Type.PASSWORD));
    }

    @Test
    void parsed_settings_have_the_values_that_were_given() {
        var config = new ReplicationConfig(
                Tasks.with("topic", "cdc.${schema}.${table}", "message.key", "schema-and-table", "load.epoch.ms", "7"));

        assertThat(config.transactionalId()).isEqualTo("caudal-world-to-kafka-0");
        assertThat(config.topic(config.source().tables().get(1))).isEqualTo("cdc.world.country");
        assertThat(config.messageKey()).isEqualTo(MessageKey.SCHEMA_AND_TABLE);
        assertThat(config.source().loadEpoch()).hasMillis(7);
        assertThat(config.source().serverId()).isBetween(1L << 30, 1L << 31);
        assertThat(config.targetClient()).containsEntry("bootstrap.servers", "kafka1:9092");
    }

    @Test
    void the_exceptions_topic_is_named_after_the_task_with_letters_that_a_topic_may_have() {
        assertThat(new ReplicationConfig(Tasks.with("name", "world a\u00f1o")).exceptionsTopic())
                .isEqualTo("world_a_o.exceptions");
        assertThat(new ReplicationConfig(Tasks.with("exceptions.topic", "errors")).exceptionsTopic())
                .isEqualTo("errors");
    }

    @Test
    void a_table_that_is_named_twice_or_without_its_schema_is_refused_by_name() {
        assertThatThrownBy(() -> new ReplicationConfig(Tasks.with("tables", "world.city,world.city")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("world.city");
        assertThatThrownBy(() -> new ReplicationConfig(Tasks.with("tables", "city")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'city' is no table");
    }

    @Test
    void the_reference_in_the_documentation_is_that_of_this_definition() {
        Golden.requireFile("connector.md", SettingsTable.of(HEAD, GROUPS, ReplicationConfig.definition()));
    }
}
