package dev.caudal.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Checks names and passwords. Any thread may ask.
 *
 * <p>Working a password out is meant to be slow, so it is done once: what was right stays right until the file says else,
 * what was wrong for a few seconds. It is done on few threads with a short queue, so that whoever tries many passwords
 * slows down only those who have not been here yet.
 */
final class PasswordChecks implements AutoCloseable {
    private static final int REMEMBERED = 1000;
    private static final int WAITING = 100;
    private static final long WRONG_NANOS = Duration.ofSeconds(5).toNanos();

    /** A check of a header: the user and the caller when it was right. */
    private record Checked(Optional<User> user, Optional<Caller> caller, long at) {}

    private final Authentication settings;
    private final Users users;
    private final byte[] salt = new byte[16];

    /** Takes the time of a real one where there is no such user. */
    private final PasswordHash nobody = new PasswordHash(PasswordHash.ROUNDS, new byte[16], new byte[32]);

    private final Map<String, Checked> right = new Remembered();
    private final Map<String, Checked> wrong = new Remembered();
    private final ThreadPoolExecutor threads;

    PasswordChecks(Authentication settings) {
        this.settings = settings;
        users = new Users(settings.users());
        new SecureRandom().nextBytes(salt);
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
        threads = new ThreadPoolExecutor(most, most, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            var thread = new Thread(task, "rest-password");
            thread.setDaemon(true);
            return thread;
        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Who sends this header.
     *
     * @param header the value of {@code Authorization}
     * @return nobody when name or password is wrong; done at once when the header is known
     * @throws RestError when too many are being checked
     */
    CompletionStage<Optional<Caller>> caller(String header) {
        // The passwords themselves are nowhere in this memory.
        var key = digest(header);
        var known = known(key);
        if (known.isPresent()) {
            return CompletableFuture.completedFuture(known.get().caller());
        }
        var sent = BasicHeader.parse(header);
        if (sent.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        try {
            return CompletableFuture.supplyAsync(
                    () -> known(key).orElseGet(() -> check(key, sent.get())).caller(), threads);
        } catch (RejectedExecutionException e) {
            throw RestError.busy("Too many passwords are being checked. Try again later.");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Optional<Checked> known(String key) {
        var checked = find(right, key);
        if (checked.isPresent()) {
            return checked.filter(each -> each.user().equals(each.user().flatMap(user -> users.find(user.name()))));
        }
        return find(wrong, key).filter(each -> System.nanoTime() - each.at() < WRONG_NANOS);
    }

    private Checked check(String key, BasicHeader sent) {
        var user = users.find(sent.name());
        var derived = user.map(User::password).orElse(nobody).derive(sent.password());
        var caller = user.filter(each -> each.password().matches(derived.hash()))
                .map(each -> new Caller(each.name(), login(each, sent, derived.key())));
        var checked = new Checked(user, caller, System.nanoTime());
        remember(caller.isPresent() ? right : wrong, key, checked);
        return checked;
    }

    private Optional<KafkaLogin> login(User user, BasicHeader sent, byte[] key) {
        var own = user.login().map(closed -> closed.open(key));
        return own.isPresent() || !settings.passesThrough()
                ? own
                : Optional.of(new KafkaLogin(sent.name(), sent.password()));
    }

    private static Optional<Checked> find(Map<String, Checked> memory, String key) {
        synchronized (memory) {
            return Optional.ofNullable(memory.get(key));
        }
    }

    private static void remember(Map<String, Checked> memory, String key, Checked checked) {
        synchronized (memory) {
            memory.put(key, checked);
        }
    }

    private String digest(String header) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return Base64.getEncoder().encodeToString(sha.digest(header.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java knows no SHA-256", e);
        }
    }

    /** The checks that were asked for last. */
    private static final class Remembered extends LinkedHashMap<String, Checked> {
        private static final long serialVersionUID = 1;

        private Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Checked> eldest) {
            return size() > REMEMBERED;
        }
    }
}
