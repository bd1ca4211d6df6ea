package dev.caudal.s3.sink;

import dev.caudal.s3.archive.ArchiveNames;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;

/** Rules that need more than one setting; all that are broken are told at once. */
final class Validation {

    private final Config result;

    Validation(Config result) {
        this.result = result;
    }

    Config of(Map<String, String> given) {
        if (result.configValues().stream()
                .anyMatch(value -> !value.errorMessages().isEmpty())) {
            return result;
        }
        SinkConfig config;
        try {
            config = new SinkConfig(given);
        } catch (ConfigException e) {
            tell(Setting.ON_NULL, e);
            return result;
        }
        check(Setting.PARTITIONER, config, all -> new Partitioners(all).make(given));
        check(Setting.EXTRACTOR, config, all -> Extractors.make(all, given, Clock.systemUTC()));
        check(Setting.KEYS_FORMAT, config, all -> new Formats(all, given).keys());
        check(Setting.HEADERS_FORMAT, config, all -> new Formats(all, given).headers());
        check(Setting.TIME_ZONE, config, all -> all.rotation(true));
        check(Setting.TAGS, config, SinkConfig::tags);
        check(Setting.CLUSTER, config, Validation::cluster);
        if (config.on("s3.wan.mode") && config.on("s3.path.style.access.enabled")) {
            tell(
                    "s3.wan.mode",
                    "Transfer acceleration does not go with path style; set s3.path.style.access.enabled=false.");
        }
        return result;
    }

    private static void cluster(SinkConfig config) {
        try {
            new ArchiveNames(config.cluster());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.CLUSTER, config.cluster(), e.getMessage());
        }
    }

    private void check(String setting, SinkConfig config, Consumer<SinkConfig> rule) {
        try {
            rule.accept(config);
        } catch (ConfigException e) {
            tell(setting, e);
        }
    }

    private void tell(String setting, ConfigException e) {
        tell(setting, String.valueOf(e.getMessage()));
    }

    /** The exception's own text names the setting; the value is the one that users look at first. */
    private void tell(String setting, String text) {
        for (ConfigValue value : result.configValues()) {
            if (value.name().equals(setting)) {
                value.addErrorMessage(text);
            }
        }
    }
}
