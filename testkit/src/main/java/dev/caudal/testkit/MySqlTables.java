package dev.caudal.testkit;

import dev.caudal.local.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A data folder of MySQL as a new server has it: made once in a test process, which takes seconds, and copied for each server. */
record MySqlTables(Path folder) {
    /** What the server takes only with a data folder that was made with it. */
    private static final String NAMES = "--lower-case-table-names=";

    /** The server's own id, which no other may have. */
    private static final String IDENTITY = "auto.cnf";

    private static final Map<List<String>, MySqlTables> MADE = new ConcurrentHashMap<>();

    /** The one with a user who may do everything, for a server with these options. */
    static MySqlTables of(MySqlProgram program, String user, String password, List<String> options) {
        var arguments = new ArrayList<>(List.of("--initialize-insecure", "--innodb-redo-log-capacity=16M"));
        options.stream().filter(option -> option.startsWith(NAMES)).forEach(arguments::add);
        var sql = userSql(user, password);
        var key = new ArrayList<>(arguments);
        key.add(sql);
        return MADE.computeIfAbsent(List.copyOf(key), any -> make(program, arguments, sql));
    }

    private static MySqlTables make(MySqlProgram program, List<String> arguments, String sql) {
        var home = TestFolder.create("mysql-tables").root();
        var folder = home.resolve("data");
        try {
            var all = new ArrayList<>(arguments);
            all.add("--datadir=" + folder);
            all.add("--init-file=" + Files.writeString(home.resolve("user.sql"), sql));
            FirstTables.make("MySQL", new ProcessBuilder(program.server(all)), home.resolve("init.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MySqlTables(folder);
    }

    private static String userSql(String user, String password) {
        var account = "'%s'@'%%'".formatted(user);
        return "CREATE USER %s IDENTIFIED BY '%s';\nGRANT ALL ON *.* TO %s WITH GRANT OPTION;\n"
                .formatted(account, password.replace("'", "''"), account);
    }

    /** Gives a server its own, in one step. */
    void copyTo(Path data) throws IOException {
        var draft = data.resolveSibling("draft");
        Folders.delete(draft);
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                if (!file.endsWith(IDENTITY)) {
                    Files.copy(file, draft.resolve(folder.relativize(file).toString()));
                }
            }
        }
        Files.move(draft, data);
    }
}
