package dev.caudal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.caudal.local.LocalDirectory;
import dev.caudal.local.ProcessRecord;
import dev.caudal.local.Trouble;
import dev.caudal.server.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about one process of a platform.
 *
 * @param folder the platform's folder
 * @param name the process's name there
 * @param record the recorded process; empty between two starts of a server that keeps failing
 * @param trouble what the platform says about its failures, if it runs and there were any
 */
record StatusRow(Path folder, String name, Optional<ProcessRecord> record, Optional<Trouble> trouble) {

    /** The processes of a folder by name; none when there is no such folder. */
    static Stream<StatusRow> all(LocalDirectory folder) {
        if (!Files.isDirectory(folder.root())) {
            return Stream.empty();
        }
        Map<String, ProcessRecord> records = byName(ProcessRecord.all(folder), ProcessRecord::name);
        boolean supervised = Optional.ofNullable(records.get(Platform.NAME))
                .filter(ProcessRecord::isAlive)
                .isPresent();
        Map<String, Trouble> troubles = byName(supervised ? Trouble.all(folder) : List.of(), Trouble::name);
        var names = new ArrayList<>(records.keySet());
        troubles.keySet().stream().filter(name -> !records.containsKey(name)).forEach(names::add);
        return names.stream()
                .sorted()
                .map(name -> new StatusRow(
                        folder.root(),
                        name,
                        Optional.ofNullable(records.get(name)),
                        Optional.ofNullable(troubles.get(name))));
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, each -> each, (one, other) -> one, TreeMap::new));
    }

    boolean isAlive() {
        return record.filter(ProcessRecord::isAlive).isPresent();
    }

    /** One word for its state. */
    String state() {
        if (trouble.filter(Trouble::needsPerson).isPresent()) {
            return "failing";
        }
        if (isAlive()) {
            return "running";
        }
        return trouble.isPresent() ? "restarting" : "gone";
    }

    /** The cells of its line: process, state, pid, port, start, folder. */
    Object[] cells() {
        return new Object[] {
            name,
            state(),
            record.map(each -> Long.toString(each.pid())).orElse("-"),
            port(),
            record.map(each -> each.started().toString()).orElse("-"),
            folder
        };
    }

    /** Writes all of it. */
    void describe(ObjectNode json) {
        json.put("process", name).put("state", state());
        record.ifPresent(each -> json.put("pid", each.pid()));
        json.put("port", port());
        record.ifPresent(each -> json.put("since", each.started().toString()));
        json.put("folder", folder.toString());
        trouble.ifPresent(each -> json.putObject("trouble")
                .put("failures", each.failures())
                .put("last", each.last().toString())
                .put("reason", each.reason()));
    }

    /** A server's trouble for people. */
    static String sentence(Trouble trouble) {
        return "caudal: %s failed %s in a row, last at %s: %s. The platform %s; logs/%s.log has the server's own words."
                .formatted(
                        trouble.name(),
                        trouble.failures() == 1 ? "once" : trouble.failures() + " times",
                        trouble.last(),
                        trouble.reason().replaceAll("\\.$", ""),
                        trouble.needsPerson() ? "tries again every 30 s" : "starts it again",
                        trouble.name());
    }

    private int port() {
        return record.map(ProcessRecord::port)
                .or(() -> trouble.map(Trouble::port))
                .orElse(0);
    }
}
