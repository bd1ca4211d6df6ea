package dev.caudal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All runs, with medians. Used by one thread. */
final class Measurements {
    private final List<Measurement> all = new ArrayList<>();

    void add(Measurement measurement) {
        all.add(measurement);
    }

    List<Measurement> all() {
        return List.copyOf(all);
    }

    /** The median of a figure over the cold or warm runs of an engine, empty if there are none. */
    OptionalDouble median(String part, String engine, boolean warm, ToDoubleFunction<Measurement> figure) {
        return Median.of(of(part, engine, warm).mapToDouble(figure));
    }

    /**
     * The median of one engine's figure divided by the other's, each of runs that were made back to back; empty if there
     * are none.
     */
    OptionalDouble ratio(String part, String engine, String other, boolean warm, ToDoubleFunction<Measurement> figure) {
        return Median.of(of(part, engine, warm)
                .flatMap(one -> of(part, other, warm)
                        .filter(one::isBeside)
                        .map(beside -> figure.applyAsDouble(one) / figure.applyAsDouble(beside)))
                .mapToDouble(Double::doubleValue));
    }

    private Stream<Measurement> of(String part, String engine, boolean warm) {
        return all.stream()
                .filter(each -> each.part().equals(part) && each.engine().equals(engine) && each.warm() == warm);
    }
}
