package dev.caudal.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Takes what libraries write to the log of the Java platform into ours. */
final class ForwardingHandler extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
        var name = record.getLoggerName() == null ? "java" : record.getLoggerName();
        LoggerFactory.getLogger(name)
                .atLevel(level(record.getLevel()))
                .setCause(record.getThrown())
                .log(formatter.formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static org.slf4j.event.Level level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return org.slf4j.event.Level.ERROR;
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return org.slf4j.event.Level.WARN;
        }
        return level.intValue() >= Level.INFO.intValue() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.DEBUG;
    }
}
