package dev.caudal.server.endpoint;

import dev.caudal.server.endpoint.Check.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The lines of a test while it runs, in their order; what was not reached is skipped. */
final class Checklist {
    private final Map<String, String> titles;
    private final List<Check> checks = new ArrayList<>();

    /** A list of these, by id, in their order. */
    Checklist(Map<String, String> titles) {
        this.titles = titles;
    }

    void passed(String id, String detail) {
        add(id, Status.PASSED, detail, "");
    }

    void failed(String id, String detail, String remedy) {
        add(id, Status.FAILED, detail, remedy);
    }

    void warning(String id, String detail, String remedy) {
        add(id, Status.WARNING, detail, remedy);
    }

    TestReport report() {
        titles.keySet().stream()
                .filter(id -> checks.stream().noneMatch(check -> check.id().equals(id)))
                .toList()
                .forEach(id -> add(id, Status.SKIPPED, "Not looked at, since something before it failed.", ""));
        var order = List.copyOf(titles.keySet());
        var sorted = checks.stream()
                .sorted(Comparator.comparingInt(check -> order.indexOf(check.id())))
                .toList();
        return TestReport.of(sorted);
    }

    private void add(String id, Status status, String detail, String remedy) {
        checks.add(new Check(id, String.valueOf(titles.get(id)), status, detail, remedy));
    }
}
