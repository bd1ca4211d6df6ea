package dev.caudal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions of this build and of the servers it runs. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var versions = new Properties();
        try (var in = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String[] {
            "caudal " + versions.getProperty("caudal"),
            "Apache Kafka " + versions.getProperty("kafka"),
            "MariaDB " + versions.getProperty("mariadb") + " (fetched for the demo)",
            "Java " + Runtime.version()
        };
    }
}
