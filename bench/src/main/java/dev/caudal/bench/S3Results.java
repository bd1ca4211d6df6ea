package dev.caudal.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of sink and restore.
 *
 * @param measurements all runs
 * @param memory MiB that workers with open objects had at most above what they had at rest
 */
record S3Results(Measurements measurements, List<Long> memory) {
    /** By name what the measurements tell; sinks and restores of much run long, so warm runs count, and cold ones stand beside. */
    Map<String, Double> figures() {
        var figures = new LinkedHashMap<String, Double>();
        for (var part : S3Part.values()) {
            for (boolean warm : new boolean[] {true, false}) {
                var name = Words.of(part);
                var suffix = warm ? "" : "_cold";
                if (part.isSink()) {
                    measurements
                            .median(name, S3Bench.OURS, warm, Measurement::cpu)
                            .ifPresent(value -> figures.put(name + "_cpu" + suffix, value));
                }
                measurements
                        .ratio(name, S3Bench.OURS, S3Bench.yardstick(part), warm, Measurement::rate)
                        .ifPresent(value -> figures.put(name + "_rate" + suffix, value));
            }
        }
        memory.stream()
                .mapToDouble(Long::doubleValue)
                .max()
                .ifPresent(value -> figures.put("open_files_memory", value));
        return figures;
    }

    /** Everything for programs. */
    ObjectNode json(S3Settings settings) {
        var json = JsonReport.begin();
        json.putObject("settings")
                .put("recordBytes", SampleRecords.BYTES)
                .put("records", settings.records())
                .put("rounds", settings.rounds())
                .put("repeats", settings.repeats());
        JsonReport.add(json, measurements, figures());
        return json;
    }
}
