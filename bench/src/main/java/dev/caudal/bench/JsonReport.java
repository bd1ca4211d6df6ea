package dev.caudal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/** The results for programs. */
final class JsonReport {
    private JsonReport() {}

    /** A report that says when and where. */
    static ObjectNode begin() {
        var json = new ObjectMapper().createObjectNode();
        json.put("time", Instant.now().toString());
        json.set("machine", Machine.json());
        return json;
    }

    /** Adds runs and figures. */
    static void add(ObjectNode json, Measurements measurements, Map<String, Double> figures) {
        var runs = json.putArray("runs");
        measurements.all().forEach(each -> each.write(runs.addObject()));
        var told = json.putObject("figures");
        figures.forEach(told::put);
    }

    /** Everything that was measured of capture, and with what. */
    static ObjectNode of(Results results, CdcSettings settings) {
        var json = begin();
        settings(settings, json.putObject("settings"));
        var transfers = json.putArray("transfers");
        results.transfers().forEach(each -> add(each, transfers.addObject()));
        var latencies = json.putArray("latencies");
        results.latencies().forEach(each -> add(each, latencies.addObject()));
        var ratios = json.putObject("ratios");
        Ratios.of(results).forEach(ratios::put);
        return json;
    }

    private static void settings(CdcSettings settings, ObjectNode json) {
        json.put("tables", settings.shape().tables())
                .put("rows", settings.shape().rows())
                .put("columns", settings.shape().columns())
                .put("rowBytes", settings.shape().rowBytes())
                .put("events", settings.events())
                .put("rounds", settings.rounds())
                .put("warmUpSeconds", settings.warmUp().toMillis() / 1e3)
                .put("latencySeconds", settings.latency().toMillis() / 1e3);
    }

    private static void add(Transfer transfer, ObjectNode json) {
        json.put("part", Words.of(transfer.part()))
                .put("engine", transfer.engine())
                .put("round", transfer.round())
                .put("warm", transfer.warm())
                .put("rows", transfer.rows())
                .put("seconds", transfer.used().seconds())
                .put("secondsToFirst", transfer.secondsToFirst())
                .put("rowsPerSecond", transfer.rate())
                .put("workerCpuPerMillion", transfer.workerCpu())
                .put(
                        "databaseCpuPerMillion",
                        transfer.perMillion(transfer.used().database()))
                .put("brokerCpuPerMillion", transfer.perMillion(transfer.used().broker()))
                .put("peakMemoryMiB", transfer.peakMemory())
                .put("foreignCores", transfer.used().foreignCores());
    }

    private static void add(Latency latency, ObjectNode json) {
        json.put("engine", latency.engine())
                .put("broker", Words.of(latency.broker()))
                .put("round", latency.round())
                .put("p50", latency.quantile(0.5))
                .put("p90", latency.quantile(0.9))
                .put("p99", latency.quantile(0.99))
                .put("p999", latency.quantile(0.999))
                .put("max", latency.quantile(1))
                .put("foreignCores", latency.foreignCores());
    }
}
