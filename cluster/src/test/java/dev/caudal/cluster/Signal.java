package dev.caudal.cluster;

import dev.caudal.local.ProcessRecord;
import java.io.IOException;

/** What the operating system does to a broker's process. */
enum Signal {
    STOP,
    CONT,
    TERM,
    KILL;

    /** Sends it to a broker. */
    void send(TestPlane plane, String broker) throws IOException, InterruptedException {
        var pid = ProcessRecord.read(plane.folder(), broker).orElseThrow().pid();
        new ProcessBuilder("/bin/kill", "-" + name(), Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }
}
