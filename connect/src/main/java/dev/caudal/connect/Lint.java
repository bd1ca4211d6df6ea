package dev.caudal.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All that is wrong, or looks so, in one connector's file. */
final class Lint {
    private static final Set<String> READ_HERE = Set.of(ConnectorFile.INITIAL_STATE, OwnSink.RAW);

    private final ConnectorFile file;
    private final Rules rules;
    private final Map<String, String> resolved;
    private final boolean unknownKeysPass;
    private final List<Finding> findings = new ArrayList<>();

    private Lint(ConnectorFile file, Rules rules, Map<String, String> resolved, boolean unknownKeysPass) {
        this.file = file;
        this.rules = rules;
        this.resolved = resolved;
        this.unknownKeysPass = unknownKeysPass;
    }

    /**
     * Looks at a file.
     *
     * @param rules what is said about its settings
     * @param resolved its settings, with the values that stand elsewhere
     * @param unknownKeysPass whether a key that looks like a typing error is only warned of
     */
    static List<Finding> of(ConnectorFile file, Rules rules, Map<String, String> resolved, boolean unknownKeysPass) {
        var lint = new Lint(file, rules, resolved, unknownKeysPass);
        lint.keys();
        lint.values();
        return lint.findings.stream().distinct().sorted(Finding.BY_LINE).toList();
    }

    private void keys() {
        var lines = new HashMap<String, Integer>();
        for (int place = 0; place < file.entries().size(); place++) {
            var entry = file.entries().get(place);
            var broken = BrokenKey.at(file.entries(), place, rules.names());
            if (broken.isPresent()) {
                findings.add(broken(broken.get()));
                place++;
            } else {
                unknown(entry);
                secret(entry);
            }
            var before = lines.put(entry.key(), entry.line());
            if (before != null) {
                findings.add(Finding.warning(
                        entry.line(), "'%s' is also on line %d; the last one counts".formatted(entry.key(), before)));
            }
        }
    }

    private static Finding broken(BrokenKey broken) {
        return Finding.error(
                broken.head().line(),
                "'%s' and '%s' of line %d are one key that was broken over two lines, %s. Write in one line: %s"
                        .formatted(
                                broken.head().key(),
                                broken.tail().key(),
                                broken.tail().line(),
                                broken.key(),
                                broken.line()));
    }

    private void unknown(Entry entry) {
        if (rules.knows(entry.key()) || READ_HERE.contains(entry.key())) {
            return;
        }
        var nearest = Similarity.nearest(entry.key(), new TreeSet<>(rules.names()));
        findings.add(new Finding(
                entry.line(),
                nearest.isPresent() && !unknownKeysPass,
                "nobody knows the key '%s'%s"
                        .formatted(
                                entry.key(),
                                nearest.map("; '%s' is meant?"::formatted)
                                        .orElse("; it has an effect only if the connector reads it all the same"))));
    }

    private void secret(Entry entry) {
        if (rules.isSecret(entry.key()) && !entry.isEmpty() && !entry.value().contains("${")) {
            findings.add(Finding.warning(
                    entry.line(),
                    "'%s' holds a secret. Put it into a file of its own and write here: %s=${file:/PATH/FILE:NAME}"
                            .formatted(entry.key(), entry.key())));
        }
    }

    private void values() {
        rules.errors().forEach((key, messages) -> {
            var entry = file.entry(key);
            if (entry.isPresent() && entry.get().isEmpty()) {
                findings.add(fillIn(entry.get()));
            } else if (entry.isPresent()) {
                messages.forEach(
                        message -> findings.add(Finding.error(entry.get().line(), shown(message, entry.get()))));
            } else if (!key.isEmpty()
                    && messages.stream().anyMatch(message -> message.startsWith("Missing required"))) {
                findings.add(Finding.error(0, "a line is missing: %s=... %s".formatted(key, rules.meaning(key))));
            } else {
                messages.forEach(message -> findings.add(elsewhere(key, message)));
            }
        });
    }

    /** Connect tells of two keys that go together under one that is not in the file. */
    private Finding elsewhere(String key, String message) {
        var named = file.entries().stream()
                .filter(entry -> entry.isEmpty() && message.contains(entry.key()))
                .findFirst();
        return named.map(this::fillIn).orElseGet(() -> Finding.error(0, (key.isEmpty() ? "" : key + ": ") + message));
    }

    private Finding fillIn(Entry entry) {
        return Finding.error(
                entry.line(),
                "'%s' has no value. Fill it in: %s=... %s"
                        .formatted(entry.key(), entry.key(), rules.meaning(entry.key())));
    }

    /** A value that stands elsewhere stays there, and a secret is not repeated. */
    private String shown(String message, Entry entry) {
        var value = resolved.getOrDefault(entry.key(), "");
        if (value.isEmpty()) {
            return message;
        }
        return message.replace(value, rules.isSecret(entry.key()) ? "***" : entry.value());
    }
}
