package dev.caudal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** All that was measured, with medians. Used by one thread. */
final class Results {
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Latency> latencies = new ArrayList<>();

    void add(Transfer transfer) {
        transfers.add(transfer);
    }

    void add(Latency latency) {
        latencies.add(latency);
    }

    List<Transfer> transfers() {
        return List.copyOf(transfers);
    }

    List<Latency> latencies() {
        return List.copyOf(latencies);
    }

    /** The median of a figure over the transfers of an engine, empty if there are none. */
    OptionalDouble transfer(Part part, String engine, boolean warm, ToDoubleFunction<Transfer> figure) {
        return median(
                transfers, each -> each.part() == part && each.engine().equals(engine) && each.warm() == warm, figure);
    }

    /** The median of a quantile over the latencies of an engine, empty if there are none. */
    OptionalDouble latency(BrokerKind broker, String engine, double share) {
        return median(
                latencies,
                each -> each.broker() == broker && each.engine().equals(engine),
                each -> each.quantile(share));
    }

    private static <T> OptionalDouble median(List<T> all, Predicate<T> which, ToDoubleFunction<T> figure) {
        return Median.of(all.stream().filter(which).mapToDouble(figure));
    }
}
