package dev.caudal.s3.sink;

import dev.caudal.s3.store.StoreDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/** The settings of a task, parsed. */
final class SinkConfig extends AbstractConfig {

    private final Map<String, String> given;

    SinkConfig(Map<String, String> given) {
        super(SinkDefinition.all(), given, false);
        this.given = Map.copyOf(given);
        if (on(Setting.KEYS) || onNull() != OnNull.WRITE) {
            return;
        }
        throw new ConfigException(
                Setting.ON_NULL, "write", "Records without a value have only a key: it needs store.kafka.keys=true.");
    }

    /** As they were given, for classes of the user. */
    Map<String, String> given() {
        return given;
    }

    boolean on(String setting) {
        return getBoolean(setting);
    }

    OnNull onNull() {
        return Choice.of(OnNull.class, getString(Setting.ON_NULL));
    }

    boolean archive() {
        return Choice.of(Backup.class, getString(Setting.BACKUP)) == Backup.ON;
    }

    /** What the cluster is called in the archive. */
    String cluster() {
        String given = getString(Setting.CLUSTER).strip();
        return given.isEmpty() ? ClusterName.UNKNOWN : given;
    }

    int partSize() {
        return getInt(StoreDefinition.PART_SIZE);
    }

    Compression compression() {
        return new Compression(
                Choice.of(Compression.Type.class, getString(Setting.COMPRESSION)), getInt(Setting.COMPRESSION_LEVEL));
    }

    /** Names of objects; those of a later generation of topics lie beside the first ones. */
    ObjectNames names() {
        int generation = getInt(Setting.GENERATION);
        String root = getString(Setting.TOPICS_DIR).strip();
        return new ObjectNames(
                generation == 1 ? root : root + "@g" + generation,
                getString(Setting.DIRECTORY_DELIM),
                getString(Setting.FILE_DELIM),
                getInt(Setting.PAD_WIDTH));
    }

    /**
     * The rules of the rotation.
     *
     * @param archive whether there is an archive, without which an idle partition cannot be completed exactly once
     */
    RotationRules rotation(boolean archive) {
        long interval = new Partitioners(this).ofTime() ? getLong(Setting.ROTATE_INTERVAL) : -1;
        long every = getLong(Setting.ROTATE_SCHEDULE);
        return new RotationRules(
                getInt(Setting.FLUSH_SIZE),
                interval,
                on(Setting.ROTATE_ON_CHANGE),
                every > 0 ? Optional.of(new Schedule(every, Partitioners.zone(this))) : Optional.empty(),
                getInt(Setting.MAX_OPEN),
                archive ? getLong(Setting.ROTATE_IDLE) : -1);
    }

    /** The class of the converter, where the connector has one of its own. */
    String converter(String setting) {
        return given.getOrDefault(setting, "").strip();
    }

    Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        for (String tag : getList(Setting.TAGS)) {
            String[] parts = tag.split(":", 2);
            if (parts.length < 2) {
                throw new ConfigException(Setting.TAGS, tag, "A tag is name:value.");
            }
            tags.put(parts[0].strip(), parts[1].strip());
        }
        return tags;
    }
}
