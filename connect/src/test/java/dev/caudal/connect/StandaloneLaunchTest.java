package dev.caudal.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneLaunchTest {
    private static final String CONFLUENT = "io.confluent.connect.s3.S3SinkConnector";

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private String document = "";

    @BeforeEach
    void readDocument() throws IOException {
        try (var file = StandaloneLaunchTest.class.getResourceAsStream("document.properties")) {
            document = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void all_that_is_wrong_in_the_file_as_printed_is_said_at_once() throws IOException {
        assertThatThrownBy(() -> check(document)).hasMessageStartingWith("4 errors; nothing was started");

        assertThat(notes)
                .satisfiesExactly(
                        note -> assertThat(note).contains(CONFLUENT + " is run by " + Aliases.SINK),
                        note -> assertThat(note).contains("places of consumer groups of 127.0.0.1:1"),
                        note -> assertThat(note).contains(":4: error: 'topics' has no value. Fill it in: topics=..."),
                        note -> assertThat(note).contains(":5: error: 's3.region' has no value."),
                        note -> assertThat(note).contains(":6: error: 's3.bucket.name' has no value."),
                        note -> assertThat(note)
                                .contains(":13: error: 'value.conver' and 'ter.schemas.enable' of line 14 are one key")
                                .endsWith("value.converter.schemas.enable: false"));
    }

    @Test
    void the_file_with_the_line_joined_and_the_values_filled_in_is_taken_as_it_is() throws IOException {
        var settings = check(filledIn());

        assertThat(settings)
                .containsEntry("connector.class", Aliases.SINK)
                .containsEntry("key.converter", "dev.caudal.s3.sink.RawJsonConverter")
                .containsEntry("value.converter", "dev.caudal.s3.sink.RawJsonConverter")
                .containsEntry("value.converter.schemas.enable", "false")
                .containsEntry("path.format", "YYYY-MM-dd/HH")
                .containsEntry("consumer.override.receive.buffer.bytes", "-1")
                .containsEntry("caudal.kafka.bootstrap.servers", "127.0.0.1:1")
                .doesNotContainKey("store.url");
        assertThat(notes).hasSize(3).allSatisfy(note -> assertThat(note).doesNotContain("error"));
        assertThat(check(filledIn() + "caudal.json.raw=false\n"))
                .containsEntry("key.converter", "org.apache.kafka.connect.json.JsonConverter")
                .containsEntry("value.converter", "org.apache.kafka.connect.json.JsonConverter")
                .doesNotContainKey("caudal.json.raw");
    }

    @Test
    void a_secret_of_the_worker_is_given_to_the_sink_by_reference_only() throws IOException {
        var secured = Files.readString(worker(false)) + "security.protocol=SASL_SSL\nsasl.jaas.config=x=hunter2;\n";
        var file = write("secured.properties", secured);
        var options = new StandaloneLaunch.Options(Optional.empty(), false);

        var settings = new StandaloneLaunch(file, List.of(write("sink.properties", filledIn())), options, notes::add)
                .check()
                .get(0);

        assertThat(settings)
                .containsEntry("caudal.kafka.security.protocol", "SASL_SSL")
                .containsEntry("caudal.kafka.sasl.jaas.config", "${file:" + file + ":sasl.jaas.config}");
        assertThat(check(filledIn() + "caudal.backup=off\n")).doesNotContainKey("caudal.kafka.bootstrap.servers");
    }

    @Test
    void a_mended_copy_has_the_broken_key_in_one_line_and_leaves_the_file_and_an_older_copy_alone() throws IOException {
        var file = write("sink.properties", document.replace("flush.size", "flush.szie"));
        var launch = launch(file);

        assertThatThrownBy(launch::fix).hasMessage("3 errors are left in the mended copy.");

        assertThat(file).hasContent(document.replace("flush.size", "flush.szie"));
        assertThat(folder.resolve("sink.fixed.properties"))
                .hasContent(document.replace("value.conver\nter", "value.converter"));
        assertThatThrownBy(launch::fix).hasMessageContaining("sink.fixed.properties: it is there already");
    }

    @Test
    void a_mistyped_key_is_an_error_with_the_nearest_name_and_a_foreign_one_a_warning() throws IOException {
        var text = filledIn() + "flush.szie=7\nhive.integration=true\nvalue.converter.schema.enable=false\n";

        assertThatThrownBy(() -> check(text)).hasMessageStartingWith("2 errors");

        assertThat(notes)
                .anySatisfy(note -> assertThat(note).contains("'flush.szie'; 'flush.size' is meant?"))
                .anySatisfy(note -> assertThat(note)
                        .contains("'value.converter.schema.enable'; 'value.converter.schemas.enable' is meant?"))
                .anySatisfy(note -> assertThat(note).contains("warning: nobody knows the key 'hive.integration'"));
        assertThat(check(write("other.properties", text), Optional.empty(), true))
                .isNotEmpty();
    }

    @Test
    void what_is_of_the_wrong_type_or_out_of_bounds_is_said_with_its_line() {
        assertThatThrownBy(() -> check(filledIn().replace("5242880", "5").replace("100000", "many")))
                .hasMessageStartingWith("2 errors");

        assertThat(notes)
                .anySatisfy(
                        note -> assertThat(note).contains(":7: error: Invalid value 5 for configuration s3.part.size"))
                .anySatisfy(note ->
                        assertThat(note).contains(":8: error: Invalid value many for configuration flush.size"));
    }

    @Test
    void a_secret_in_the_file_is_warned_of_and_never_shown() throws IOException {
        var settings = check(filledIn() + "aws.access.key.id=me\naws.secret.access.key=hunter2\n");

        assertThat(settings).containsEntry("aws.secret.access.key", "hunter2");
        assertThat(notes)
                .anySatisfy(note -> assertThat(note).contains("warning: 'aws.secret.access.key' holds a secret"))
                .allSatisfy(note -> assertThat(note).doesNotContain("hunter2"));
    }

    @Test
    void values_may_stand_elsewhere_and_are_looked_up_before_anything_starts() throws IOException {
        var secrets = write("secrets.properties", "bucket=backup\nkey=hunter2\nsize=5\n");
        var reference = "${file:" + secrets + ":";

        var settings = check(filledIn().replace("s3.bucket.name=b", "s3.bucket.name=" + reference + "bucket}")
                + "aws.access.key.id=me\naws.secret.access.key=" + reference + "key}\n");

        assertThat(settings).containsEntry("aws.secret.access.key", reference + "key}");
        assertThat(notes).allSatisfy(note -> assertThat(note).doesNotContain("warning"));
        assertThatThrownBy(() -> check(filledIn().replace("=5242880", "=" + reference + "size}")));
        assertThat(notes).anySatisfy(note -> assertThat(note).contains("Invalid value " + reference + "size}"));
        assertThatThrownBy(() -> check(filledIn() + "s3.acl.canned=${file:/nowhere:x}\n"))
                .isInstanceOfSatisfying(
                        LaunchException.class, e -> assertThat(e.kind()).isEqualTo(LaunchException.Kind.BAD_FILE));
    }

    @Test
    void a_file_may_be_json_as_a_map_or_as_a_request() throws IOException {
        var map = """
                {
                 "name": "x",
                 "connector.class": "S3Sink",
                 "topics": "t",
                 "s3.bucket.name": "b",
                 "flush.size": 3,
                 "storage.class": "S3Storage",
                 "format.class": "JsonFormat"
                }
                """;
        var request = "{\"name\": \"x\", \"initial_state\": \"RUNNING\", \"config\": "
                + map.replace(" \"name\": \"x\",\n", "") + "}";

        assertThat(check(map)).isEqualTo(check(request)).containsEntry("connector.class", Aliases.SINK);
        assertThatThrownBy(() -> check(map.replace("\"t\"", "\"\""))).hasMessageStartingWith("1 error");
        assertThat(notes).anySatisfy(note -> assertThat(note).contains(":4: error: 'topics' has no value"));
        assertThatThrownBy(() -> check("{\"a\": [1]}")).hasMessageContaining("line 1: the value of 'a'");
    }

    @Test
    void a_sink_for_the_local_store_gets_its_address_and_key() throws IOException {
        var store = new LocalStore(URI.create("http://127.0.0.1:9000"), "test");

        assertThat(check(write("sink.properties", filledIn()), Optional.of(store), false))
                .containsEntry("store.url", "http://127.0.0.1:9000")
                .containsEntry("aws.access.key.id", "test")
                .containsEntry("aws.secret.access.key", "test");
        assertThat(notes).anySatisfy(note -> assertThat(note).endsWith("writes to http://127.0.0.1:9000"));
    }

    @Test
    void a_connector_that_is_not_installed_is_told_with_those_that_are() {
        assertThatThrownBy(() -> check("name=x\nconnector.class=org.example.Nothing\ntopics=t\n"))
                .hasMessageStartingWith("1 error");

        assertThat(notes)
                .anySatisfy(note -> assertThat(note)
                        .contains(":2: error: no connector 'org.example.Nothing' is installed")
                        .contains(Aliases.SINK));
    }

    @Test
    void a_class_that_is_really_installed_under_the_foreign_name_is_left_in_its_place() throws IOException {
        install(CONFLUENT);

        var settings = check(write("x.properties", "name=x\nconnector.class=" + CONFLUENT + "\ntopics=t\n"), true);

        assertThat(settings).containsEntry("connector.class", CONFLUENT);
    }

    @Test
    void a_plugin_path_that_is_not_there_and_a_worker_file_that_lacks_a_setting_are_refused() throws IOException {
        var sink = write("sink.properties", filledIn());
        var options = new StandaloneLaunch.Options(Optional.empty(), false);
        var wrong = write("wrong.properties", "plugin.path=/nowhere\n");
        var lacking = write("lacking.properties", "bootstrap.servers=localhost:9092\n");

        assertThatThrownBy(() -> new StandaloneLaunch(wrong, List.of(sink), options, notes::add))
                .hasMessageContaining("plugin.path names /nowhere");
        assertThatThrownBy(() -> new StandaloneLaunch(lacking, List.of(sink), options, notes::add).check())
                .hasMessageContaining("lacking.properties: Missing required configuration");
        assertThatThrownBy(() -> new StandaloneLaunch(folder.resolve("none"), List.of(sink), options, notes::add))
                .hasMessageContaining("there is no such file");
    }

    private String filledIn() {
        return document.replace("value.conver\nter", "value.converter")
                .replace("topics=", "topics=t")
                .replace("s3.region=", "s3.region=us-east-1")
                .replace("s3.bucket.name=", "s3.bucket.name=b");
    }

    private Map<String, String> check(String text) throws IOException {
        return check(write("sink.properties", text), false);
    }

    private Map<String, String> check(Path file, boolean withPlugins) throws IOException {
        notes.clear();
        var options = new StandaloneLaunch.Options(Optional.empty(), false);
        return new StandaloneLaunch(worker(withPlugins), List.of(file), options, notes::add)
                .check()
                .get(0);
    }

    private Map<String, String> check(Path file, Optional<LocalStore> store, boolean unknownKeysPass)
            throws IOException {
        var options = new StandaloneLaunch.Options(store, unknownKeysPass);
        return new StandaloneLaunch(worker(false), List.of(file), options, notes::add)
                .check()
                .get(0);
    }

    private StandaloneLaunch launch(Path file) throws IOException {
        return new StandaloneLaunch(
                worker(false), List.of(file), new StandaloneLaunch.Options(Optional.empty(), false), notes::add);
    }

    private Path worker(boolean withPlugins) throws IOException {
        return write(
                "worker.properties",
                "bootstrap.servers=127.0.0.1:1\nkey.converter=JsonConverter\nvalue.converter=JsonConverter\n"
                        + "offset.storage.file.filename=" + folder.resolve("offsets") + "\n"
                        + (withPlugins ? "plugin.path=" + folder.resolve("plugins") + "\n" : ""));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Compiles a sink of that name into a plug-in's folder. */
    private void install(String className) throws IOException {
        int dot = className.lastIndexOf('.');
        var source = write(className.substring(dot + 1) + ".java", """
                package %s;
                public class %s extends org.apache.kafka.connect.sink.SinkConnector {
                    public String version() { return "1"; }
                    public void start(java.util.Map<String, String> settings) {}
                    public void stop() {}
                    public Class<? extends org.apache.kafka.connect.connector.Task> taskClass() { return null; }
                    public java.util.List<java.util.Map<String, String>> taskConfigs(int max) { return null; }
                    public org.apache.kafka.common.config.ConfigDef config() {
                        return new org.apache.kafka.common.config.ConfigDef();
                    }
                }
                """.formatted(
                        className.substring(0, dot), className.substring(dot + 1)));
        var target = Files.createDirectories(folder.resolve("plugins").resolve("confluent"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        "-d",
                        target.toString(),
                        source.toString());
        assertThat(code).isZero();
    }
}
