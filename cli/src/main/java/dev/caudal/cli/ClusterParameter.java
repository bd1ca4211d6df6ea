package dev.caudal.cli;

import picocli.CommandLine.Parameters;

/** The cluster that a command is about. */
final class ClusterParameter {
    @Parameters(index = "0", paramLabel = "CLUSTER", description = "The name of the cluster, or its ARN.")
    private String cluster = "";

    String text() {
        return cluster;
    }
}
