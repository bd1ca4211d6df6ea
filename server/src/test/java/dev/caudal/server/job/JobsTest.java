package dev.caudal.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.caudal.server.job.Job.Kind;
import dev.caudal.server.job.Job.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    @TempDir
    private Path folder;

    @Test
    void a_restart_keeps_what_jobs_found_and_says_of_those_that_it_cut_off_that_they_failed() throws Exception {
        String done;
        String cutOff;
        String cancelled;
        try (var jobs = new Jobs(folder)) {
            done = start(jobs, Kind.VERIFY, progress -> {
                progress.note("All is well.");
                return Map.of("records", 7);
            });
            end(jobs, done);
            cancelled = start(jobs, Kind.DRY_RUN, JobsTest::forever);
            jobs.cancel(cancelled);
            end(jobs, cancelled);
            cutOff = start(jobs, Kind.RESTORE, JobsTest::forever);
        }

        try (var jobs = new Jobs(folder)) {
            assertThat(jobs.all()).extracting(Job::id).containsExactly(cutOff, cancelled, done);
            assertThat(jobs.one(done).state()).isEqualTo(State.DONE);
            assertThat(jobs.one(done).result().orElseThrow().path("records").asInt())
                    .isEqualTo(7);
            assertThat(jobs.one(done).notes()).containsExactly("All is well.");
            assertThat(jobs.one(cancelled).state()).isEqualTo(State.CANCELLED);
            assertThat(jobs.cancel(cutOff).state()).isEqualTo(State.FAILED);
            assertThat(jobs.one(cutOff).problem().orElseThrow().code()).isEqualTo("platform-ended");
            assertThat(jobs.one(cutOff).ended()).isPresent();
        }
    }

    @Test
    void a_job_that_fails_in_any_way_ends() throws Exception {
        try (var jobs = new Jobs(folder)) {
            var failed = start(jobs, Kind.VERIFY, progress -> {
                throw new StackOverflowError();
            });
            end(jobs, failed);

            assertThat(jobs.one(failed).state()).isEqualTo(State.FAILED);
            assertThat(jobs.one(failed).problem().orElseThrow().code()).isEqualTo("unforeseen");
        }
    }

    @Test
    void of_more_than_fifty_jobs_the_oldest_are_forgotten_with_their_files() throws Exception {
        String first;
        try (var jobs = new Jobs(folder)) {
            first = start(jobs, Kind.VERIFY, progress -> 1);
            end(jobs, first);
            for (int more = 0; more < 50; more++) {
                end(jobs, start(jobs, Kind.VERIFY, progress -> 1));
            }
            assertThat(jobs.all()).hasSize(50);
        }

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .hasSize(50)
                    .doesNotContain(first + ".json");
        }
    }

    @Test
    void a_file_that_is_no_job_is_passed_over() throws Exception {
        Files.writeString(folder.resolve("verify-1.json"), "{");
        try (var jobs = new Jobs(folder)) {
            assertThat(jobs.all()).isEqualTo(List.of());
        }
    }

    private static String start(Jobs jobs, Kind kind, JobWork work) {
        return jobs.start(kind, JsonNodeFactory.instance.objectNode(), "somebody", work)
                .id();
    }

    private static void end(Jobs jobs, String id) throws InterruptedException {
        while (jobs.one(id).ended().isEmpty()) {
            Thread.sleep(1);
        }
    }

    private static Object forever(JobProgress progress) throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }
}
