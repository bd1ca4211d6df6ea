package dev.caudal.cluster;

import java.util.Optional;

/** What a program in the same process asked the clusters for is not done; the message says why. */
public final class ClusterRefusal extends RuntimeException {
    private final int status;
    private final Optional<String> parameter;

    ClusterRefusal(ApiError error) {
        super(error.text(), error);
        this.status = error.status();
        this.parameter = error.parameter();
    }

    /**
     * As the API would answer it.
     *
     * @return a status of HTTP
     */
    public int status() {
        return status;
    }

    /**
     * What is wrong in the request.
     *
     * @return the parameter's name in MSK's API; empty where it is none
     */
    public Optional<String> parameter() {
        return parameter;
    }
}
