package dev.caudal.cli;

import dev.caudal.server.access.PlatformUsers;
import dev.caudal.server.definition.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Names the users of a platform. */
@Command(name = "list", aliases = "ls", description = "All users and their roles.", mixinStandardHelpOptions = true)
final class UserListCommand implements Callable<Integer> {
    private final Caudal root;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOption output = new OutputOption();

    UserListCommand(Caudal root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var users = new PlatformUsers(data.folder()).all().orElse(List.of());
        if (output.isJson()) {
            var json = Json.MAPPER.createArrayNode();
            users.forEach(user -> json.addObject()
                    .put("name", user.name())
                    .put("role", user.role().word()));
            root.terminal().out().println(json.toPrettyString());
            root.terminal().out().flush();
        } else if (users.isEmpty()) {
            root.terminal().note("There are no users. Add one with 'caudal user add NAME --role admin'.");
        } else {
            var table = new Table("NAME", "ROLE");
            users.forEach(user -> table.row(user.name(), user.role().word()));
            table.print(root.terminal().out());
        }
        return ExitCode.OK;
    }
}
