package dev.caudal.mysql;

import dev.caudal.mysql.Preflight.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the settings of a server's log lack for capture. */
final class PreflightSettings {

    private final SourceConnection connection;
    private final SourceConfig config;
    private final List<Finding> findings = new ArrayList<>();

    PreflightSettings(SourceConnection connection, SourceConfig config) {
        this.connection = connection;
        this.config = config;
    }

    List<Finding> findings() {
        if (isOff("log_bin")) {
            findings.add(Finding.error(
                    "The server keeps no binary log (log_bin is OFF).",
                    "[mysqld] log_bin=mysql-bin, server_id=1, binlog_format=ROW in my.cnf, then restart the server."));
            return findings;
        }
        expect("binlog_format", "ROW", true);
        expect("binlog_row_image", "FULL", true);
        expect("binlog_row_metadata", "FULL", false);
        expect("binlog_row_value_options", "", true);
        if (value("server_id").filter("0"::equals).isPresent()) {
            findings.add(Finding.error(
                    "The server has server_id 0, so nobody may read its log.", "SET GLOBAL server_id = 1;"));
        }
        retention();
        return findings;
    }

    private Optional<String> value(String name) {
        return connection.variable(name);
    }

    private boolean isOff(String name) {
        return value(name)
                .filter(value -> value.equalsIgnoreCase("OFF") || value.equals("0"))
                .isPresent();
    }

    /** A setting that the server does not have is as wanted. */
    private void expect(String name, String wanted, boolean needed) {
        String present = value(name).orElse(wanted);
        if (present.equalsIgnoreCase(wanted)) {
            return;
        }
        String what = name + " is " + present + ", not " + (wanted.isEmpty() ? "empty" : wanted) + ".";
        String remedy = "SET GLOBAL " + name + " = " + (wanted.isEmpty() ? "''" : wanted) + ";";
        findings.add(
                needed
                        ? Finding.error(what, remedy)
                        : Finding.warning(
                                what + " The task then knows columns by the statements that define them, and stops"
                                        + " where it cannot.",
                                remedy));
    }

    private void retention() {
        Optional<Duration> kept = kept();
        Duration wanted = Duration.ofDays(1).plus(config.loadEpoch().multipliedBy(2));
        if (kept.isEmpty() || kept.get().isZero() || kept.get().compareTo(wanted) >= 0) {
            return;
        }
        findings.add(Finding.warning(
                "The server deletes its log after " + kept.get().toSeconds() + " s; a task that stands still longer"
                        + " loses changes. At least " + wanted.toSeconds() + " s are needed.",
                "SET GLOBAL "
                        + (value("binlog_expire_logs_seconds").isPresent()
                                ? "binlog_expire_logs_seconds = " + Math.max(604_800, wanted.toSeconds())
                                : "expire_logs_days = " + Math.max(7, wanted.toDays() + 1))
                        + ";"));
    }

    /** How long the log is kept; zero for ever, empty where the server does not say. */
    private Optional<Duration> kept() {
        if (isOff("binlog_expire_logs_auto_purge")) {
            return Optional.of(Duration.ZERO);
        }
        long seconds = number("binlog_expire_logs_seconds");
        double days = Double.parseDouble(value("expire_logs_days").orElse("0"));
        return Optional.of(seconds > 0 ? Duration.ofSeconds(seconds) : Duration.ofSeconds((long) (days * 86_400)));
    }

    private long number(String name) {
        return Long.parseLong(value(name).orElse("0"));
    }
}
