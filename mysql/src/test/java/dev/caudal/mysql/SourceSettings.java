package dev.caudal.mysql;

import dev.caudal.core.MessageFormat;
import dev.caudal.core.TableId;
import dev.caudal.testkit.TestDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a test captures; each method gives settings that differ in one thing. */
record SourceSettings(
        SourceConfig.Address address,
        List<TableId> tables,
        boolean load,
        boolean follow,
        int connections,
        Duration epoch,
        MessageFormat format,
        int rows,
        Map<TableId, TableShape> shapes,
        SourcePolicies policies) {

    private static final AtomicLong SERVER_ID = new AtomicLong(1000);

    /** Full load and changes of the tables. */
    static SourceSettings of(TestDatabase server, String... tables) {
        var address = new SourceConfig.Address(
                server.host(), server.port(), server.user(), server.password(), TlsMode.PREFERRED, "");
        return new SourceSettings(
                address,
                Arrays.stream(tables).map(TableId::parse).toList(),
                true,
                true,
                2,
                Duration.ofMinutes(5),
                MessageFormat.STANDARD,
                50_000,
                Map.of(),
                SourcePolicies.STANDARD);
    }

    SourceSettings changesOnly() {
        return new SourceSettings(address, tables, false, follow, connections, epoch, format, rows, shapes, policies);
    }

    SourceSettings loadOnly() {
        return new SourceSettings(address, tables, load, false, connections, epoch, format, rows, shapes, policies);
    }

    SourceSettings connections(int count) {
        return new SourceSettings(address, tables, load, follow, count, epoch, format, rows, shapes, policies);
    }

    SourceSettings epoch(Duration duration) {
        return new SourceSettings(address, tables, load, follow, connections, duration, format, rows, shapes, policies);
    }

    SourceSettings format(MessageFormat shape) {
        return new SourceSettings(address, tables, load, follow, connections, epoch, shape, rows, shapes, policies);
    }

    SourceSettings transactionRows(int count) {
        return new SourceSettings(address, tables, load, follow, connections, epoch, format, count, shapes, policies);
    }

    SourceSettings shape(String table, TableShape shape) {
        return shapes(Map.of(table, shape));
    }

    SourceSettings shapes(Map<String, TableShape> byTable) {
        Map<TableId, TableShape> all = new HashMap<>();
        byTable.forEach((table, shape) -> all.put(TableId.parse(table), shape));
        return new SourceSettings(address, tables, load, follow, connections, epoch, format, rows, all, policies);
    }

    SourceSettings errors(DataErrorPolicy policy) {
        return policies(new SourcePolicies(policy, policies.ddl(), policies.lobs()));
    }

    SourceSettings ddl(DdlPolicies ddl) {
        return policies(new SourcePolicies(policies.dataErrors(), ddl, policies.lobs()));
    }

    SourceSettings lobs(LobPolicy lobs) {
        return policies(new SourcePolicies(policies.dataErrors(), policies.ddl(), lobs));
    }

    private SourceSettings policies(SourcePolicies other) {
        return new SourceSettings(address, tables, load, follow, connections, epoch, format, rows, shapes, other);
    }

    SourceSettings user(String name, String password) {
        return address(new SourceConfig.Address(
                address.host(), address.port(), name, password, address.tls(), address.certificateAuthority()));
    }

    SourceSettings address(SourceConfig.Address other) {
        return new SourceSettings(other, tables, load, follow, connections, epoch, format, rows, shapes, policies);
    }

    SourceConfig config() {
        return new SourceConfig(
                address,
                tables,
                load,
                follow,
                connections,
                epoch,
                SERVER_ID.incrementAndGet(),
                format,
                true,
                rows,
                32L << 20,
                shapes,
                policies);
    }
}
