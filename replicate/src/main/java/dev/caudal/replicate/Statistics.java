package dev.caudal.replicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.mysql.Reading;
import dev.caudal.mysql.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a task tells of itself every second, and every third if nothing has changed, so that its silence can be told from
 * rest. Tables are told when they have changed, all of them every half minute. Used by the thread of the reports.
 */
final class Statistics {

    /** Older latencies say nothing about now: then nothing has come. */
    private static final long FRESH_MILLIS = 2_000;

    private static final Duration REST = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(30);

    private final Status status;
    private long toldTransactions = -1;
    private int toldTopics;
    private Totals toldRead = Totals.NONE;
    private Optional<Phase> toldPhase = Optional.empty();
    private Instant toldAt = Instant.EPOCH;
    private Instant wholeAt = Instant.EPOCH;

    Statistics(Status status) {
        this.status = status;
    }

    /** Fills a report if there is one to send now; returns whether there is. */
    boolean fill(ObjectNode report, Instant now) {
        Counters counters = status.counters();
        Optional<Reading> reading = status.reading();
        Phase phase = status.phase();
        long transactions = counters.transactions();
        Totals read = reading.map(Reading::totals).orElse(counters.totals());
        boolean phaseTold = toldPhase.filter(phase::equals).isPresent();
        boolean same = phaseTold && transactions == toldTransactions && read.equals(toldRead);
        if (same && now.isBefore(toldAt.plus(REST))) {
            return false;
        }
        boolean whole = !phaseTold || !now.isBefore(wholeAt.plus(WHOLE));
        addPhase(report, phase);
        report.put("transactions", transactions);
        addTotals(report.putObject("totals"), counters.totals());
        addTotals(report.putObject("read"), read);
        addLatencies(report, counters, reading, now.toEpochMilli());
        addPlaces(report.putObject("position"), counters, reading);
        addTopics(report, counters.otherTopics(), whole);
        report.put("whole", whole);
        report.set("tables", counters.json(whole ? -1 : toldTransactions, reading, phase.kind() == Phase.Kind.FAILED));
        toldPhase = Optional.of(phase);
        toldTransactions = transactions;
        toldRead = read;
        toldAt = now;
        wholeAt = whole ? now : wholeAt;
        return true;
    }

    private void addTopics(ObjectNode report, Set<String> topics, boolean whole) {
        if (!topics.isEmpty() && (whole || topics.size() != toldTopics)) {
            new TreeSet<>(topics).forEach(report.putArray("topics")::add);
            toldTopics = topics.size();
        }
    }

    private static void addPhase(ObjectNode report, Phase phase) {
        report.put("phase", ConfigNames.of(phase.kind()));
        report.put("since", phase.since().toString());
        if (!phase.reason().isEmpty()) {
            report.put("reason", phase.reason());
        }
        phase.nextTry().ifPresent(next -> {
            report.put("attempt", phase.attempt());
            report.put("nextTry", next.toString());
        });
    }

    private static void addTotals(ObjectNode json, Totals totals) {
        json.put("loaded", totals.loaded());
        json.put("inserts", totals.inserts());
        json.put("updates", totals.updates());
        json.put("deletes", totals.deletes());
        json.put("ddl", totals.ddl());
        json.put("dataErrors", totals.dataErrors());
    }

    private static void addLatencies(ObjectNode report, Counters counters, Optional<Reading> reading, long now) {
        long readMillis = reading.map(Reading::readMillis).orElse(0L);
        long committed = counters.lastCommitMillis();
        report.put(
                "sourceLatencyMillis",
                now - readMillis < FRESH_MILLIS
                        ? reading.map(Reading::latencyMillis).orElse(0L)
                        : 0);
        report.put("targetLatencyMillis", now - committed < FRESH_MILLIS ? counters.latencyMillis() : 0);
        if (committed > 0) {
            report.put("committed", Instant.ofEpochMilli(committed).toString());
        }
        reading.map(Reading::heardMillis)
                .filter(heard -> heard > 0)
                .ifPresent(
                        heard -> report.put("heard", Instant.ofEpochMilli(heard).toString()));
    }

    private static void addPlaces(ObjectNode json, Counters counters, Optional<Reading> reading) {
        json.put(
                "read",
                reading.map(Reading::place).filter(place -> !place.isEmpty()).orElse(counters.place()));
        json.put("applied", counters.place());
        json.put("gtid", counters.gtid());
    }
}
