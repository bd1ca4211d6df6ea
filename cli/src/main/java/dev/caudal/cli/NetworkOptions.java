package dev.caudal.cli;

import dev.caudal.cluster.ClusterSettings;
import dev.caudal.cluster.Networks;
import picocli.CommandLine.Mixin;

/** Whose networks a command is about: those of the platform in the data folder, whether it runs or not. */
final class NetworkOptions {
    @Mixin
    private DataOption data = new DataOption();

    Networks networks() {
        return new Networks(data.folder(), ClusterSettings.USUAL_REGION);
    }
}
