package dev.caudal.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Amazon's own command {@code aws}: the installed one, else Debian's where it can be installed.
 *
 * @param folder for its configuration
 * @param port of the API
 */
record AwsCli(Path folder, int port) {

    /** What a run printed. */
    record Result(int code, String out) {}

    static AwsCli of(Path folder, int port) throws IOException, InterruptedException {
        if (!isInstalled()
                && System.getProperty("user.name").equals("root")
                && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            var install = "apt-get update -q && apt-get install -qy --no-install-recommends awscli";
            new ProcessBuilder("/bin/sh", "-c", install)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("apt.log").toFile())
                    .start()
                    .waitFor(5, TimeUnit.MINUTES);
        }
        assumeTrue(isInstalled(), "The command aws is not installed and cannot be.");
        Files.writeString(folder.resolve("aws.conf"), "[default]\ncli_timestamp_format = wire\n");
        return new AwsCli(folder, port);
    }

    /** Runs {@code aws kafka} with more arguments. */
    Result kafka(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("aws", "kafka"));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--endpoint-url", "http://127.0.0.1:" + port, "--output", "json"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_DEFAULT_REGION",
                        ClusterSettings.USUAL_REGION,
                        "AWS_CONFIG_FILE",
                        folder.resolve("aws.conf").toString(),
                        "AWS_EC2_METADATA_DISABLED",
                        "true",
                        "AWS_PAGER",
                        ""));
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out);
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "aws")));
    }
}
