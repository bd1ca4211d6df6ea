package dev.caudal.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one network that there is: three subnets in three zones.
 *
 * @param region the region whose zones they are
 */
record Vpc(String region) {
    /** Its subnets, in the order of their zones. */
    List<Subnet> subnets() {
        return List.of(
                new Subnet("subnet-a", region + "a"),
                new Subnet("subnet-b", region + "b"),
                new Subnet("subnet-c", region + "c"));
    }

    Optional<Subnet> subnet(String id) {
        return subnets().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return subnets().stream().map(Subnet::id).collect(Collectors.joining(", "));
    }
}
