package dev.caudal.server.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is signed in, by tokens that nobody can guess; none survives the platform. Any thread may ask. */
final class Sessions {
    private static final int MOST = 1000;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final long lifeNanos;
    private final Map<String, Session> sessions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MOST;
        }
    };

    private record Session(PlatformUser user, long began) {}

    /**
     * No sessions.
     *
     * @param life how long one lasts
     */
    Sessions(Duration life) {
        lifeNanos = life.toNanos();
    }

    /** Begins one; its token. */
    synchronized String begin(PlatformUser user) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(token, new Session(user, System.nanoTime()));
        return token;
    }

    /** Whose one is, as the user was when it began. */
    synchronized Optional<PlatformUser> find(String token) {
        return Optional.ofNullable(sessions.get(token))
                .filter(session -> System.nanoTime() - session.began() < lifeNanos)
                .map(Session::user);
    }

    synchronized void end(String token) {
        sessions.remove(token);
    }
}
