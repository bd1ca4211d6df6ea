package dev.caudal.local;

import java.nio.file.Path;

/** A parent to be killed: starts both servers, says so, and waits. */
final class StarterMain {
    private StarterMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = new LocalDirectory(Path.of(arguments[0]));
        var kafka = LocalKafka.start(folder, Port.any());
        var database = LocalMariaDb.start(folder, ServersFixture.mariaDb(Port.any()));
        System.out.println(kafka.pid() + " " + database.pid());
        Thread.sleep(600_000);
    }
}
