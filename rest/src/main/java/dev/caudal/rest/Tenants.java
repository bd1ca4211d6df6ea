package dev.caudal.rest;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What serves each of the callers that were here in the last minutes. Any thread may use it.
 *
 * <p>A caller's clients are made at its first request, and closed when it has none and no consumers for a while, or when
 * another one needs the place.
 */
final class Tenants extends Handler.Abstract implements Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Tenants.class);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration REFUSED = Duration.ofSeconds(10);

    private final int most;
    private final BiFunction<Caller, Server, Tenant> make;
    private final Map<Caller, CompletableFuture<Tenant>> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "rest-callers");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * For so many callers.
     *
     * @param most how many at one time
     * @param make makes what serves one, started
     */
    Tenants(int most, BiFunction<Caller, Server, Tenant> make) {
        this.most = most;
        this.make = make;
        var unused = sweeper.scheduleWithFixedDelay(this::sweep, 10, 10, TimeUnit.SECONDS);
    }

    @Override
    public Handler handler() {
        return this;
    }

    /** Hands a request to what serves its caller. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var tenant = enter(BasicAuthentication.caller(request));
        Request.addCompletionListener(request, failure -> tenant.leave(response.getStatus()));
        return tenant.handler().handle(request, response, callback);
    }

    /**
     * What serves a caller; a request has begun there.
     *
     * @throws RestError when there are too many callers
     */
    private Tenant enter(Caller caller) {
        while (true) {
            var found = open.get(caller);
            try {
                var tenant = (found == null ? add(caller) : found).join();
                if (tenant.enter()) {
                    return tenant;
                }
            } catch (CompletionException e) {
                throw KafkaErrors.of(e);
            }
        }
    }

    @Override
    public void closeConsumers() {
        sweeper.shutdownNow();
        open.values().forEach(each -> {
            var unused = each.thenAccept(Tenant::closeConsumers);
        });
    }

    @Override
    public void close() {
        open.values().forEach(each -> {
            var unused = each.thenAccept(Tenant::close);
        });
        open.clear();
    }

    private CompletableFuture<Tenant> add(Caller caller) {
        var place = new CompletableFuture<Tenant>();
        synchronized (open) {
            var other = open.get(caller);
            if (other != null) {
                return other;
            }
            if (open.size() >= most && !makeRoom()) {
                throw RestError.busy("There are %d users at work, as many as this proxy serves. Raise %s."
                        .formatted(most, ConfigKey.CALLERS_MAX));
            }
            open.put(caller, place);
        }
        try {
            place.complete(make.apply(caller, getServer()));
        } catch (RuntimeException e) {
            open.remove(caller, place);
            place.completeExceptionally(e);
        }
        return place;
    }

    private boolean makeRoom() {
        var idle = open.entrySet().stream()
                .filter(each -> each.getValue().isDone())
                .sorted(Comparator.comparing(each -> each.getValue().join().idle(), Comparator.reverseOrder()))
                .toList();
        return idle.stream().anyMatch(each -> retire(each.getKey(), each.getValue()));
    }

    private void sweep() {
        open.forEach((caller, place) -> {
            if (place.isDone()) {
                var tenant = place.join();
                // Clients that the brokers do not let in would go on trying.
                if (tenant.idle().compareTo(tenant.isRefused() ? REFUSED : IDLE) > 0) {
                    retire(caller, place);
                }
            }
        });
    }

    private boolean retire(Caller caller, CompletableFuture<Tenant> place) {
        var tenant = place.join();
        if (!tenant.retire()) {
            return false;
        }
        open.remove(caller, place);
        LOG.atInfo().addKeyValue("user", caller.name()).log("the clients of a user who is idle are closed");
        sweeper.execute(tenant::close);
        return true;
    }
}
