package dev.caudal.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the goals for the REST proxy are measured by. A proxy runs long, so its warm runs count; the cold ones stand beside. */
final class RestFigures {
    private RestFigures() {}

    /** By name what the measurements tell. */
    static Map<String, Double> of(Measurements measurements) {
        var figures = new LinkedHashMap<String, Double>();
        for (var part : RestPart.values()) {
            for (boolean warm : new boolean[] {true, false}) {
                var name = Words.of(part);
                var suffix = warm ? "" : "_cold";
                measurements
                        .median(name, RestBench.PROXY, warm, Measurement::cpu)
                        .ifPresent(value -> figures.put(name + "_cpu" + suffix, value));
                measurements
                        .ratio(name, RestBench.PROXY, RestBench.DIRECT, warm, Measurement::rate)
                        .ifPresent(value -> figures.put(name + "_rate" + suffix, value));
            }
        }
        return figures;
    }
}
