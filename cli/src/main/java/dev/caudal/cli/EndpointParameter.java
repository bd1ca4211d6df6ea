package dev.caudal.cli;

import picocli.CommandLine.Parameters;

/** An endpoint on the command line. */
final class EndpointParameter {
    @Parameters(index = "0", paramLabel = "NAME", description = "The endpoint's name.")
    private String name = "";

    String name() {
        return name;
    }

    /** Its path in the API, with what follows it. */
    String path(String... rest) {
        var path = ApiClient.path("endpoints", name);
        return rest.length == 0 ? path : path + "/" + ApiClient.path(rest);
    }
}
