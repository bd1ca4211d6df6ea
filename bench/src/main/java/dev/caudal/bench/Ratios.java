package dev.caudal.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Caudal's figures, which are always exactly once, divided by Debezium's of the same run, at least once where nothing else
 * is said. Of cold and warm the worse one counts; both stand beside it.
 */
final class Ratios {
    private static final String OURS = "caudal";
    private static final String PEER = new DebeziumEngine(false).name();
    private static final String EXACT = new DebeziumEngine(true).name();

    private final Results results;
    private final Map<String, Double> ratios = new LinkedHashMap<>();

    private Ratios(Results results) {
        this.results = results;
    }

    /** By name what the results allow to be compared. */
    static Map<String, Double> of(Results results) {
        var ratios = new Ratios(results);
        ratios.rates();
        ratios.latencies();
        return ratios.ratios;
    }

    private void rates() {
        for (var peer : new String[] {PEER, EXACT}) {
            var suffix = peer.equals(PEER) ? "" : "_exactly_once";
            transfer("full_load_rate" + suffix, Part.LOAD, peer, Transfer::rate, true);
            transfer("full_load_cpu" + suffix, Part.LOAD, peer, Transfer::workerCpu, false);
            transfer("full_load_memory" + suffix, Part.LOAD, peer, Transfer::peakMemory, false);
            transfer("change_rate" + suffix, Part.CHANGES, peer, Transfer::rate, true);
            transfer("change_cpu" + suffix, Part.CHANGES, peer, Transfer::workerCpu, false);
        }
    }

    private void transfer(
            String name, Part part, String peer, ToDoubleFunction<Transfer> figure, boolean moreIsBetter) {
        var cold = ratio(results.transfer(part, OURS, false, figure), results.transfer(part, peer, false, figure));
        var warm = ratio(results.transfer(part, OURS, true, figure), results.transfer(part, peer, true, figure));
        if (cold.isEmpty()) {
            return;
        }
        double one = cold.getAsDouble();
        double other = warm.orElse(one);
        ratios.put(name, moreIsBetter ? Math.min(one, other) : Math.max(one, other));
        ratios.put(name + "_cold", one);
        warm.ifPresent(value -> ratios.put(name + "_warm", value));
    }

    private void latencies() {
        for (var broker : BrokerKind.values()) {
            var suffix = broker == BrokerKind.OURS ? "" : "_default_broker";
            latency("latency_p50" + suffix, broker, PEER, 0.5);
            latency("latency_p99" + suffix, broker, PEER, 0.99);
            latency("latency_p50_exactly_once" + suffix, broker, EXACT, 0.5);
            latency("latency_p99_exactly_once" + suffix, broker, EXACT, 0.99);
        }
    }

    private void latency(String name, BrokerKind broker, String peer, double share) {
        ratio(results.latency(broker, OURS, share), results.latency(broker, peer, share))
                .ifPresent(value -> ratios.put(name, value));
    }

    private static OptionalDouble ratio(OptionalDouble ours, OptionalDouble theirs) {
        return ours.isPresent() && theirs.isPresent()
                ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
                : OptionalDouble.empty();
    }
}
