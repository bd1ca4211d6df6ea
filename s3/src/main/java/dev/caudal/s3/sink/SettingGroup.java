package dev.caudal.s3.sink;

import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/** A group of settings, which are shown in the order in which they are added. */
final class SettingGroup {

    private final ConfigDef def;
    private final String name;
    private int order;

    SettingGroup(ConfigDef def, String name) {
        this.def = def;
        this.name = name;
    }

    void add(
            String setting,
            ConfigDef.Type type,
            @Nullable Object preset,
            ConfigDef.@Nullable Validator validator,
            ConfigDef.Importance importance,
            String documentation) {
        def.define(
                setting,
                type,
                preset,
                validator,
                importance,
                documentation,
                name,
                ++order,
                ConfigDef.Width.MEDIUM,
                setting);
    }

    /** A setting of Confluent's that has no effect here. */
    void ignored(String setting, ConfigDef.Type type, @Nullable Object preset) {
        add(setting, type, preset, null, ConfigDef.Importance.LOW, SinkDefinition.NO_EFFECT);
    }
}
