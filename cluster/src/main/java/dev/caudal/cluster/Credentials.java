package dev.caudal.cluster;

/**
 * What a client signs with.
 *
 * @param accessKey its public part
 * @param secretKey its secret part
 */
record Credentials(String accessKey, String secretKey) {
    @Override
    public String toString() {
        return accessKey;
    }
}
