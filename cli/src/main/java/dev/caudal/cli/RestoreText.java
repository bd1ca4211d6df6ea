package dev.caudal.cli;

import dev.caudal.s3.restore.RestoreReport;
import java.util.Locale;

/** A restore for people. */
final class RestoreText {
    private RestoreText() {}

    static void print(RestoreReport report, Terminal terminal) {
        var topics = new Table("TOPIC", "PARTITIONS", "RECORDS", "FIDELITY", "OFFSETS", "LAST RECORD");
        report.topics()
                .forEach(topic -> topics.row(
                        topic.topic(),
                        topic.partitions(),
                        topic.records(),
                        topic.fidelity().name().toLowerCase(Locale.ROOT),
                        topic.offsetsKept() ? "kept" : "translated",
                        Times.text(topic.lastTimestamp())));
        topics.print(terminal.out());
        if (!report.groups().isEmpty()) {
            terminal.out().println();
            var groups = new Table("GROUP", "TOPIC", "PARTITION", "FROM OFFSET", "TO OFFSET");
            report.groups()
                    .forEach(place ->
                            groups.row(place.group(), place.topic(), place.partition(), place.from(), place.to()));
            groups.print(terminal.out());
            terminal.note("The groups were there at %s.".formatted(Times.text(report.groupsTime())));
        }
    }
}
