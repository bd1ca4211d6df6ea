package dev.caudal.server.endpoint;

import dev.caudal.core.TableId;
import dev.caudal.mysql.SourceCatalog;
import dev.caudal.mysql.SourceConfig;
import dev.caudal.mysql.SourceException;
import dev.caudal.server.definition.Definition;
import dev.caudal.server.definition.ProblemCode;
import dev.caudal.server.definition.Refusal;
import dev.caudal.server.definition.SecretBox;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What tables sources have. A list is kept for some seconds, so that paging through thousands asks the source once. Any thread may ask. */
final class SourceTables {
    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MOST = 16;

    private final SecretBox box;
    private final Map<String, Known> known = new LinkedHashMap<>();

    private record Known(long version, long time, List<TableId> tables) {}

    SourceTables(SecretBox box) {
        this.box = box;
    }

    List<String> schemas(Definition<Endpoint> endpoint) {
        return ask(endpoint, SourceCatalog::schemas);
    }

    /** All tables, as they were some seconds ago at most. */
    List<TableId> all(Definition<Endpoint> endpoint) {
        synchronized (known) {
            var there = known.get(endpoint.name());
            if (there != null
                    && there.version() == endpoint.version()
                    && System.nanoTime() - there.time() < FRESH_NANOS) {
                return there.tables();
            }
        }
        return present(endpoint);
    }

    /** All tables, as they are now. */
    List<TableId> present(Definition<Endpoint> endpoint) {
        var tables = ask(endpoint, SourceCatalog::tables);
        synchronized (known) {
            known.put(endpoint.name(), new Known(endpoint.version(), System.nanoTime(), tables));
            for (Iterator<String> names = known.keySet().iterator(); known.size() > MOST; ) {
                names.next();
                names.remove();
            }
        }
        return tables;
    }

    SourceCatalog.Table one(Definition<Endpoint> endpoint, TableId table) {
        return ask(endpoint, catalog -> catalog.table(table));
    }

    /** Where a source is, if the policy lets it be reached. */
    SourceConfig.Address address(Definition<Endpoint> endpoint) {
        if (endpoint.value().role() != Role.SOURCE) {
            throw Refusal.of(
                    ProblemCode.NOT_A_SOURCE,
                    "The endpoint '%s' is no source, and has no tables.".formatted(endpoint.name()),
                    "Name a source.");
        }
        var address = MySqlTest.address(Logins.open(endpoint, box));
        try {
            AddressPolicy.check(address.host());
            return address;
        } catch (UnknownHostException e) {
            throw failed(endpoint, "there is no host '%s'".formatted(address.host()));
        }
    }

    private <T> T ask(Definition<Endpoint> endpoint, Function<SourceCatalog, T> question) {
        try (var catalog = SourceCatalog.open(address(endpoint))) {
            return question.apply(catalog);
        } catch (SourceException e) {
            throw failed(endpoint, String.valueOf(e.getMessage()));
        }
    }

    private static Refusal failed(Definition<Endpoint> endpoint, String why) {
        return Refusal.of(
                ProblemCode.SOURCE_FAILED,
                "The source '%s' does not tell: %s".formatted(endpoint.name(), why),
                "Test the endpoint; the test says what to do.");
    }
}
