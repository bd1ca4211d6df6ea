package dev.caudal.cluster;

import java.util.List;

/** Carries out one operation of the API. */
@FunctionalInterface
interface ApiOperation {
    /** Answers a request; {@code path} has the decoded values of its path. */
    ApiAnswer answer(ApiRequest request, List<String> path);
}
