package dev.caudal.cluster;

/** How many brokers a cluster may have. */
final class Counts {
    private Counts() {}

    /** Throws unless a number of brokers, which a parameter gives, fits a number of zones. */
    static void check(String parameter, int brokers, int zones) {
        if (brokers < 1 || brokers > ClusterSpec.MOST_BROKERS || brokers % zones != 0) {
            throw ApiError.badRequest(
                    parameter,
                    "The number of broker nodes must be a multiple of the number of Availability Zones, %d, and at most %d; it is %d."
                            .formatted(zones, ClusterSpec.MOST_BROKERS, brokers));
        }
    }
}
