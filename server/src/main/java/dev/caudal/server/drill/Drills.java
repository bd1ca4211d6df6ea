package dev.caudal.server.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.local.Folders;
import dev.caudal.local.JavaCommand;
import dev.caudal.local.LocalDirectory;
import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.PlatformException;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.job.Job;
import dev.caudal.server.job.JobProgress;
import dev.caudal.server.job.Jobs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The drills of a platform, each in a process and a folder of its own. Any thread may use it. */
public final class Drills {
    /** The folder of the servers of a drill. */
    private static final String FOLDER = "drill";

    private static final List<String> LOGGING = List.of("log4j2.configurationFile", "log4j2.disableJmx");
    private static final long PATIENCE_SECONDS = 40;

    private final LocalDirectory folder;
    private final Jobs jobs;

    /**
     * Those of a platform. What one has left whose platform was killed is removed.
     *
     * @param folder the platform's
     * @param jobs do them
     */
    public Drills(LocalDirectory folder, Jobs jobs) {
        this.folder = folder;
        this.jobs = jobs;
        remove(scratch());
    }

    /**
     * Begins one.
     *
     * @param records how many
     * @param by who wants it
     * @return the job, whose result is a {@link DrillResult}
     * @throws Refusal when it is too few or too many, or another drill runs
     */
    public Job start(int records, String by) {
        if (records < Drill.LEAST || records > Drill.MOST) {
            throw Refusal.invalid(
                    "records",
                    "records is %d.".formatted(records),
                    "Take %d to %d.".formatted(Drill.LEAST, Drill.MOST));
        }
        var request = Json.MAPPER.createObjectNode().put("records", records);
        return jobs.start(Job.Kind.DRILL, request, by, progress -> run(records, progress));
    }

    private JsonNode run(int records, JobProgress progress) throws IOException, InterruptedException {
        remove(scratch());
        var process = process(Files.createDirectories(scratch()), records);
        var told = new DrillLines(progress);
        var reader = new Thread(() -> read(process, told), "drill-lines");
        reader.start();
        try {
            process.waitFor();
            reader.join();
        } finally {
            end(process);
            remove(scratch());
        }
        return told.result()
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.DRILL_FAILED,
                        told.failure(),
                        "See logs/drill.log in the platform's folder, and try again."));
    }

    private Process process(Path scratch, int records) throws IOException {
        var java = JavaCommand.likeThisProcess();
        var options = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError"));
        options.add("-Dcaudal.log.file=" + folder.logs().resolve("drill.log"));
        for (var name : LOGGING) {
            var value = System.getProperty(name);
            if (value != null) {
                options.add("-D%s=%s".formatted(name, value));
            }
        }
        var builder =
                new ProcessBuilder(java.of(options, DrillMain.class, scratch.toString(), Integer.toString(records)));
        builder.environment().putAll(java.environment());
        return builder.directory(scratch.toFile())
                .redirectError(
                        Redirect.appendTo(folder.logs().resolve("drill.log").toFile()))
                .start();
    }

    private static void read(Process process, DrillLines lines) {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                lines.hear(line);
            }
        } catch (IOException e) {
            // The process was ended.
        }
    }

    /** The end of its input tells it to end; its servers with it. */
    private static void end(Process process) throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path scratch() {
        return folder.root().resolve(FOLDER);
    }

    private static void remove(Path scratch) {
        Drill.stopServers(scratch);
        try {
            Folders.delete(scratch);
        } catch (java.io.UncheckedIOException e) {
            throw new PlatformException(
                    "The folder of a drill cannot be removed: %s Remove it, and try again.".formatted(e.getMessage()),
                    e);
        }
    }
}
