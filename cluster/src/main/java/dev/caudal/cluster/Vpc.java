package dev.caudal.cluster;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A network that clusters can be in.
 *
 * @param id its name in requests
 * @param subnets in the order in which they were made
 */
public record Vpc(String id, List<Subnet> subnets) {
    /** Copies the subnets. */
    public Vpc {
        subnets = List.copyOf(subnets);
    }

    @Override
    public String toString() {
        return subnets.stream().map(Subnet::id).collect(Collectors.joining(", "));
    }
}
