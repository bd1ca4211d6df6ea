package dev.caudal.cli;

import picocli.CommandLine.Parameters;

/** A task on the command line. */
final class TaskParameter {
    @Parameters(paramLabel = "NAME", description = "The task's name.")
    private String name = "";

    String name() {
        return name;
    }

    /** Its path in the API, with what follows it. */
    String path(String... rest) {
        var path = ApiClient.path("tasks", name);
        return rest.length == 0 ? path : path + "/" + ApiClient.path(rest);
    }
}
