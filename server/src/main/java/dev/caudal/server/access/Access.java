package dev.caudal.server.access;

import dev.caudal.local.LocalDirectory;
import dev.caudal.rest.BasicHeader;
import dev.caudal.rest.PasswordChecks;
import dev.caudal.rest.WatchedFile;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out who sends a request. Any thread may ask.
 *
 * <p>Of the passwords that are not known yet, each name can be tried ten times from an address, and from there on once in
 * ten seconds; all names together ten times as often.
 */
public final class Access implements AutoCloseable {
    private static final Duration SESSION = Duration.ofHours(12);
    private static final int GUESSES = 10;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AuditLog audit;
    private final byte[] local;
    private final WatchedFile<Optional<Map<String, PlatformUser>>> users;
    private final PasswordChecks<PlatformUser, PlatformUser> checks;
    private final Sessions sessions = new Sessions(SESSION);
    private final Guesses ofName = new Guesses(GUESSES, PAUSE);
    private final Guesses ofAddress = new Guesses(GUESSES * GUESSES, PAUSE.dividedBy(GUESSES));

    private Access(PlatformUsers file, String local, AuditLog audit) {
        this.audit = audit;
        this.local = local.getBytes(StandardCharsets.UTF_8);
        users = new WatchedFile<>(file.file(), () -> file.all().map(Access::byName));
        checks = new PasswordChecks<>(this::find, PlatformUser::password, (user, sent, key) -> user);
    }

    /**
     * The access to a platform.
     *
     * @param folder the platform's; commands that can read it need no user
     * @param audit hears of wrong passwords
     * @return to be closed by the caller
     * @throws dev.caudal.rest.RestProxyException when there is a file of users, and it cannot be read
     */
    public static Access open(LocalDirectory folder, AuditLog audit) {
        return new Access(new PlatformUsers(folder), LocalPassword.create(folder), audit);
    }

    /**
     * Whether callers must say who they are.
     *
     * @return false while nobody has ever added a user
     */
    public boolean isRequired() {
        return users.content().isPresent();
    }

    /**
     * Whether a header comes from who can read the platform's folder.
     *
     * @param header the value of {@code Authorization}, if there is one
     * @return the one who may do all; empty where it is somebody else's
     */
    public Optional<Caller> local(Optional<String> header) {
        return header.filter(this::isLocal).map(it -> Caller.FROM_HERE);
    }

    /**
     * Who sends a header. Waits while a password is worked out.
     *
     * @param header the value of {@code Authorization}, if there is one
     * @param token of a session, if there is one; the header counts before it
     * @param address of the sender
     * @return who it is
     * @throws Refusal when it is nobody who may
     */
    public Caller caller(Optional<String> header, Optional<String> token, String address) {
        if (!isRequired()) {
            return new Caller(Caller.ANYBODY, UserRole.ADMIN, () -> !isRequired());
        }
        var session = header.isPresent() ? Optional.<Caller>empty() : token.flatMap(this::session);
        if (session.isPresent()) {
            return session.get();
        }
        var sent =
                header.flatMap(BasicHeader::parse).orElseThrow(() -> unknown("The request does not say who sends it."));
        return caller(enter(header.get(), sent, address));
    }

    /**
     * Signs somebody in for twelve hours. Waits while the password is worked out.
     *
     * @param name a user's
     * @param password the user's
     * @param address of the sender
     * @return a session, which ends earlier when password, role or user change
     * @throws Refusal when name or password is wrong, or there are no users
     */
    public Session signIn(String name, String password, String address) {
        var header = LocalPassword.basic(name, password);
        var sent = BasicHeader.parse(header).orElseThrow(() -> unknown("The name or the password is missing."));
        var user = enter(header, sent, address);
        audit.add(new AuditEntry(Instant.now(), user.name(), address, "sign-in", "", 200));
        var token = sessions.begin(user);
        return new Session(token, caller(user));
    }

    /**
     * Ends a session.
     *
     * @param token of one
     */
    public void signOut(String token) {
        sessions.end(token);
    }

    @Override
    public void close() {
        checks.close();
    }

    private Caller caller(PlatformUser user) {
        return new Caller(
                user.name(),
                user.role(),
                () -> find(user.name()).filter(user::equals).isPresent());
    }

    private Optional<Caller> session(String token) {
        return sessions.find(token)
                .map(this::caller)
                .filter(caller -> caller.current().getAsBoolean())
                .map(caller -> new Caller(
                        caller.name(),
                        caller.role(),
                        () -> caller.current().getAsBoolean()
                                && sessions.find(token).isPresent()));
    }

    private PlatformUser enter(String header, BasicHeader sent, String address) {
        try {
            var known = checks.admitted(header);
            if (known.isPresent()) {
                return known.get();
            }
            var key = sent.name() + " " + address;
            if (!ofName.take(key) || !ofAddress.take(address)) {
                throw tooMany();
            }
            var user = checks.caller(header).toCompletableFuture().join();
            user.ifPresent(it -> {
                ofName.giveBack(key);
                ofAddress.giveBack(address);
            });
            if (user.isEmpty()) {
                audit.add(wrong(sent.name(), address));
            }
            return user.orElseThrow(() -> unknown("The name or the password is wrong."));
        } catch (RejectedExecutionException e) {
            throw tooMany();
        }
    }

    /** Who takes the password for the name shall not find it in the log. */
    private AuditEntry wrong(String name, String address) {
        var known = find(name).map(PlatformUser::name).orElse("");
        return new AuditEntry(Instant.now(), known, address, "sign-in", "", 401);
    }

    private Optional<PlatformUser> find(String name) {
        return users.content().flatMap(all -> Optional.ofNullable(all.get(name)));
    }

    private boolean isLocal(String header) {
        return MessageDigest.isEqual(local, header.getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal unknown(String detail) {
        return Refusal.of(
                ProblemCode.SIGN_IN_NEEDED,
                detail,
                "Send the name and password of a user by HTTP's Basic authentication. 'caudal user list' names all users.");
    }

    private static Refusal tooMany() {
        return Refusal.of(
                ProblemCode.TOO_MANY_PASSWORDS,
                "Too many passwords were tried, and no more are for now.",
                "Wait ten seconds. 'caudal user password NAME' sets a password that was forgotten.");
    }

    private static Map<String, PlatformUser> byName(List<PlatformUser> users) {
        return users.stream().collect(Collectors.toUnmodifiableMap(PlatformUser::name, Function.identity()));
    }
}
