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
import java.util.function.Function;

/**
 * Checks names and passwords. Any thread may ask.
 *
 * <p>Working a password out is meant to be slow, so it is done once: what was right stays right until the file says else,
 * what was wrong for a few seconds. It is done on few threads with a short queue, so that whoever tries many passwords
 * slows down only those who have not been here yet.
 *
 * @param <U> a user, equal to another where all that is kept of both is the same
 * @param <C> what becomes of a user whose password was right
 */
public final class PasswordChecks<U, C> implements AutoCloseable {
    private static final int REMEMBERED = 1000;
    private static final int WAITING = 100;
    private static final long WRONG_NANOS = Duration.ofSeconds(5).toNanos();

    /**
     * Makes of a user who sent the right password what requests are served for.
     *
     * @param <U> a user
     * @param <C> what it becomes
     */
    @FunctionalInterface
    public interface Entry<U, C> {
        /**
         * Makes it.
         *
         * @param user the user
         * @param sent what was sent
         * @param key what the password opens things with
         * @return what requests are served for
         */
        C enter(U user, BasicHeader sent, byte[] key);
    }

    /** A check of a header: the user and the caller when it was right. */
    private record Checked<U, C>(String name, Optional<U> user, Optional<C> caller, long at) {}

    private final Function<String, Optional<U>> users;
    private final Function<U, PasswordHash> password;
    private final Entry<U, C> entry;
    private final byte[] salt = new byte[16];

    /** Takes the time of a real one where there is no such user. */
    private final PasswordHash nobody = new PasswordHash(PasswordHash.ROUNDS, new byte[16], new byte[32]);

    private final Map<String, Checked<U, C>> right = new Remembered<>();
    private final Map<String, Checked<U, C>> wrong = new Remembered<>();
    private final ThreadPoolExecutor threads;

    /**
     * Checks.
     *
     * @param users by name, as they are now
     * @param password what is kept of a user's password
     * @param entry what becomes of a user
     */
    public PasswordChecks(Function<String, Optional<U>> users, Function<U, PasswordHash> password, Entry<U, C> entry) {
        this.users = users;
        this.password = password;
        this.entry = entry;
        new SecureRandom().nextBytes(salt);
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
        threads = new ThreadPoolExecutor(most, most, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            var thread = new Thread(task, "password");
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
     * @throws RejectedExecutionException when too many are being checked
     */
    public CompletionStage<Optional<C>> caller(String header) {
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
        return CompletableFuture.supplyAsync(
                () -> known(key).orElseGet(() -> check(key, sent.get())).caller(), threads);
    }

    /**
     * Who sends a header that was right before, and still is.
     *
     * @param header the value of {@code Authorization}
     * @return empty when it must be checked
     */
    public Optional<C> admitted(String header) {
        return known(digest(header)).flatMap(Checked::caller);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Optional<Checked<U, C>> known(String key) {
        var checked = find(right, key);
        if (checked.isPresent()) {
            return checked.filter(each -> each.user().equals(users.apply(each.name())));
        }
        return find(wrong, key).filter(each -> System.nanoTime() - each.at() < WRONG_NANOS);
    }

    private Checked<U, C> check(String key, BasicHeader sent) {
        var user = users.apply(sent.name());
        var derived = user.map(password).orElse(nobody).derive(sent.password());
        var caller = user.filter(each -> password.apply(each).matches(derived.hash()))
                .map(each -> entry.enter(each, sent, derived.key()));
        var checked = new Checked<>(sent.name(), user, caller, System.nanoTime());
        remember(caller.isPresent() ? right : wrong, key, checked);
        return checked;
    }

    private static <V> Optional<V> find(Map<String, V> memory, String key) {
        synchronized (memory) {
            return Optional.ofNullable(memory.get(key));
        }
    }

    private static <V> void remember(Map<String, V> memory, String key, V checked) {
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
    private static final class Remembered<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1;

        private Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
