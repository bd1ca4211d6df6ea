package dev.caudal.cli;

import dev.caudal.server.Platform;
import dev.caudal.server.connect.ConnectPassword;
import dev.caudal.server.world.WorldServer;

/** How to go on by oneself while the demo runs. */
final class DemoHints {
    private DemoHints() {}

    static void print(Terminal terminal, Platform platform, DemoSource source) {
        terminal.note("");
        terminal.note("All runs on until Ctrl-C; change a row and its message appears here.");
        terminal.note("  Kafka      bootstrap servers %s, topic %s"
                .formatted(platform.bootstrapServers(), DemoTask.topic(source)));
        terminal.note("             caudal topic consume %s --from-beginning --max-messages 3"
                .formatted(DemoTask.topic(source)));
        terminal.note("  Connect    %sconnectors/%s/status, user %s, password in %s"
                .formatted(
                        platform.connect().root(),
                        DemoTask.NAME,
                        ConnectPassword.USER,
                        ConnectPassword.file(platform.folder())));
        terminal.note("  Database   host %s, port %d, user %s, database %s%s"
                .formatted(
                        source.host(),
                        source.port(),
                        source.user(),
                        source.database(),
                        platform.database().isPresent()
                                ? ", password in " + WorldServer.passwordFile(platform.folder())
                                : ""));
    }
}
