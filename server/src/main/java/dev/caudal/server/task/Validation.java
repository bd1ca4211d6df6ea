package dev.caudal.server.task;

import dev.caudal.server.definition.Refusal;
import dev.caudal.server.endpoint.Check;
import dev.caudal.server.endpoint.Check.Status;
import dev.caudal.server.endpoint.TestReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What was looked at before a task runs, as the test of an endpoint tells it. For one thread. */
final class Validation {
    private final List<Check> checks = new ArrayList<>();

    void pass(String id, String title, String detail) {
        add(id, title, Status.PASSED, detail, "");
    }

    /** Something that is looked up and said in a sentence; empty where it is refused. */
    <T> Optional<T> found(String id, String title, Supplier<T> search, Function<T, String> sentence) {
        try {
            var found = search.get();
            add(id, title, Status.PASSED, sentence.apply(found), "");
            return Optional.of(found);
        } catch (Refusal e) {
            fail(id, title, e.detail(), e.remedy());
            return Optional.empty();
        }
    }

    void fail(String id, String title, String detail, String remedy) {
        add(id, title, Status.FAILED, detail, remedy);
    }

    void warn(String id, String title, String detail, String remedy) {
        add(id, title, Status.WARNING, detail, remedy);
    }

    TestReport report() {
        return TestReport.of(checks);
    }

    private void add(String id, String title, Status status, String detail, String remedy) {
        checks.add(new Check(id, title, status, detail, remedy));
    }
}
