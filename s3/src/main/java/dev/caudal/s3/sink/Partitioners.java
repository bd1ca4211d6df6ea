package dev.caudal.s3.sink;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;

/** Makes the partitioner that is set. */
final class Partitioners {

    private static final Set<String> TIME = Set.of("TimeBasedPartitioner", "DailyPartitioner", "HourlyPartitioner");
    private static final Set<String> KNOWN = new TreeSet<>(TIME);

    static {
        KNOWN.add("DefaultPartitioner");
        KNOWN.add("FieldPartitioner");
    }

    private final AbstractConfig config;
    private final String name;

    Partitioners(AbstractConfig config) {
        this.config = config;
        this.name = ClassNames.simple(config.getString(Setting.PARTITIONER));
    }

    /** Whether folders are of time, so that rotate.interval.ms has an effect. */
    boolean ofTime() {
        return TIME.contains(name);
    }

    Partitioner make(Map<String, String> settings) {
        String delimiter = config.getString(Setting.DIRECTORY_DELIM);
        Partitioner partitioner = switch (name) {
            case "DefaultPartitioner" -> new DefaultPartitioner();
            case "FieldPartitioner" -> new FieldPartitioner(fields(), delimiter);
            case "TimeBasedPartitioner" -> time(config.getLong(Setting.DURATION), pattern(delimiter));
            case "DailyPartitioner" ->
                time(86_400_000, String.join(delimiter, "'year'=YYYY", "'month'=MM", "'day'=dd"));
            case "HourlyPartitioner" ->
                time(3_600_000, String.join(delimiter, "'year'=YYYY", "'month'=MM", "'day'=dd", "'hour'=HH"));
            default -> ClassNames.load(Setting.PARTITIONER, name, Partitioner.class, KNOWN);
        };
        partitioner.configure(settings);
        return partitioner;
    }

    private List<FieldPath> fields() {
        List<FieldPath> fields = config.getList(Setting.FIELDS).stream()
                .map(field -> FieldPath.of(Setting.FIELDS, field))
                .toList();
        if (fields.isEmpty()) {
            throw new ConfigException(Setting.FIELDS, "", "FieldPartitioner needs a field.");
        }
        return fields;
    }

    private String pattern(String delimiter) {
        String pattern = config.getString(Setting.PATH_FORMAT).strip();
        if (pattern.isEmpty() || pattern.equals(delimiter)) {
            throw new ConfigException(
                    Setting.PATH_FORMAT, pattern, "TimeBasedPartitioner needs a pattern, such as YYYY-MM-dd/HH.");
        }
        return pattern.endsWith(delimiter) ? pattern.substring(0, pattern.length() - delimiter.length()) : pattern;
    }

    private Partitioner time(long duration, String pattern) {
        if (duration <= 0) {
            throw new ConfigException(
                    Setting.DURATION, duration, "TimeBasedPartitioner needs the milliseconds of a folder, above 0.");
        }
        String language = config.getString(Setting.LOCALE).strip();
        if (language.isEmpty()) {
            throw new ConfigException(Setting.LOCALE, language, "A time partitioner needs a locale, such as en-US.");
        }
        Locale locale = Choice.of(LocaleMode.class, config.getString(Setting.LOCALE_MODE))
                .locale(language);
        DateTimeZone zone = zone(config);
        try {
            return new TimePartitioner(
                    duration, DateTimeFormat.forPattern(pattern).withZone(zone).withLocale(locale), zone);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.PATH_FORMAT, pattern, "It is no pattern of Joda-Time: " + e.getMessage());
        }
    }

    /** The time zone that is set. */
    static DateTimeZone zone(AbstractConfig config) {
        String name = config.getString(Setting.TIME_ZONE).strip();
        if (name.isEmpty()) {
            throw new ConfigException(
                    Setting.TIME_ZONE, name, "Folders of time and a schedule need a time zone, such as UTC.");
        }
        try {
            return DateTimeZone.forID(name);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(Setting.TIME_ZONE, name, "It is no time zone: " + e.getMessage());
        }
    }
}
