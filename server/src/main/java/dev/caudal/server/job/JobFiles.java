package dev.caudal.server.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.caudal.server.definition.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps jobs over restarts of the platform: a file for each, as the API shows it, written when it begins and when it ends. */
final class JobFiles {
    private static final Logger LOG = LoggerFactory.getLogger(JobFiles.class);
    private static final String SUFFIX = ".json";

    private final Path folder;

    JobFiles(Path folder) {
        this.folder = folder;
    }

    /** Those that are there, the oldest first; a file that cannot be read is passed over. */
    List<Job> read() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            var jobs = new ArrayList<Job>();
            for (var file : files) {
                read(file).ifPresent(jobs::add);
            }
            jobs.sort(Comparator.comparing(Job::started));
            return jobs;
        } catch (IOException e) {
            throw new UncheckedIOException("The jobs in " + folder + " cannot be read.", e);
        }
    }

    private static Optional<Job> read(Path file) throws IOException {
        try {
            return Optional.of(Json.MAPPER.readValue(file.toFile(), Job.class));
        } catch (JsonProcessingException e) {
            LOG.atWarn().addKeyValue("file", file).setCause(e).log("a job's file is not as it should be");
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A job works without its file, too; so a full disk is told, and does not end it. */
    void write(Job job) {
        try {
            Files.createDirectories(folder);
            var draft = folder.resolve(job.id() + ".draft");
            Files.write(draft, Json.MAPPER.writeValueAsBytes(job));
            Files.move(
                    draft,
                    folder.resolve(job.id() + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.atError().addKeyValue("job", job.id()).setCause(e).log("a job could not be written down");
        }
    }

    void delete(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id + SUFFIX));
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("job", id).setCause(e).log("a job's file could not be deleted");
        }
    }
}
