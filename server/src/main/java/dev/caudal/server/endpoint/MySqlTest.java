package dev.caudal.server.endpoint;

import dev.caudal.mysql.Preflight.Finding;
import dev.caudal.mysql.Preflight.Severity;
import dev.caudal.mysql.SourceConfig;
import dev.caudal.mysql.SourceException;
import dev.caudal.mysql.SourceLogin;
import dev.caudal.mysql.SourceProbe;
import dev.caudal.mysql.TlsMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tests a MySQL or MariaDB server as a source; changes nothing there. */
final class MySqlTest {
    private static final String REACHABLE = "reachable";
    private static final String TLS = "tls";
    private static final String LOGIN = "login";
    private static final String VERSION = "version";
    private static final String LOG = "log-settings";
    private static final String GRANTS = "grants";

    private final SourceConfig.Address address;
    private final Checklist list = new Checklist(titles());

    private MySqlTest(Login login) {
        address = address(login);
    }

    static TestReport run(Login login) {
        return new MySqlTest(login).run();
    }

    /** Where and how to connect. */
    static SourceConfig.Address address(Login login) {
        return new SourceConfig.Address(
                login.value(MySqlType.HOST),
                Integer.parseInt(login.value(MySqlType.PORT)),
                login.value(MySqlType.USER),
                proof(login),
                TlsMode.valueOf(login.value(MySqlType.TLS).replace('-', '_').toUpperCase(Locale.ROOT)),
                login.value(MySqlType.TLS_CA),
                Arrays.stream(login.value(MySqlType.STANDBY).split(","))
                        .filter(server -> !server.isBlank())
                        .map(server ->
                                SourceConfig.Standby.parse(server, Integer.parseInt(login.value(MySqlType.PORT))))
                        .toList());
    }

    private static SourceLogin proof(Login login) {
        return login.value(MySqlType.LOGIN).equals(MySqlType.BY_IAM)
                ? new SourceLogin.RdsToken(login.value(MySqlType.REGION))
                : new SourceLogin.Password(login.value(MySqlType.PASSWORD));
    }

    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put(REACHABLE, "The server can be reached");
        titles.put(TLS, "The connection is secured");
        titles.put(LOGIN, "The user may log in");
        titles.put(VERSION, "The server's version");
        titles.put(LOG, "The settings of the binary log");
        titles.put(GRANTS, "The rights of the user");
        return titles;
    }

    private TestReport run() {
        var obstacle = Reachability.of(address.host(), address.port());
        if (obstacle.isPresent()) {
            list.failed(REACHABLE, obstacle.get().detail(), obstacle.get().remedy());
            return list.report();
        }
        list.passed(REACHABLE, "%s answers.".formatted(address));
        for (var standby : address.standby()) {
            Reachability.of(standby.host(), standby.port())
                    .ifPresent(it -> list.warning(REACHABLE, "Standby: " + it.detail(), it.remedy()));
        }
        try (var probe = SourceProbe.open(address)) {
            list.passed(LOGIN, "'%s' is let in.".formatted(address.user()));
            look(probe);
        } catch (SourceException e) {
            refused(e);
        }
        return list.report();
    }

    private void refused(SourceException e) {
        var detail = String.valueOf(e.getMessage());
        switch (SourceProbe.obstacle(address, e)) {
            case TLS -> list.failed(TLS, detail, "Change %s or %s.".formatted(MySqlType.TLS, MySqlType.TLS_CA));
            case LOGIN ->
                list.failed(
                        LOGIN,
                        detail,
                        address.login() instanceof SourceLogin.RdsToken
                                ? "Check the user, its right rds-db:connect, and the AWS credentials of this process."
                                : "Check user and password, and from which hosts the server lets this user in.");
            case CONNECTION ->
                list.failed(REACHABLE, detail, "Check that a MySQL or MariaDB server listens there, and its log.");
        }
    }

    private void look(SourceProbe probe) {
        var cipher = probe.cipher();
        if (cipher.isEmpty()) {
            list.warning(TLS, "The connection is not encrypted.", "Set tls to required, or better to verify-identity.");
        } else {
            list.passed(TLS, "Encrypted by %s.".formatted(cipher));
        }
        list.passed(VERSION, (probe.version().contains("MariaDB") ? "" : "MySQL ") + probe.version());
        findings(LOG, probe.logSettings(), "All as capture needs them.", probe.isAmazon());
        findings(GRANTS, probe.grants(), "All that load and changes need.", false);
    }

    private void findings(String id, List<Finding> findings, String well, boolean amazon) {
        if (findings.isEmpty()) {
            list.passed(id, well);
        }
        for (var finding : findings) {
            var remedy = amazon
                    ? "In the parameter group of the instance (Aurora: of the cluster), then restart it: "
                            + finding.remedy()
                    : finding.remedy();
            if (finding.severity() == Severity.ERROR) {
                list.failed(id, finding.what(), remedy);
            } else {
                list.warning(id, finding.what(), remedy);
            }
        }
    }
}
