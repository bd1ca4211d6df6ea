package dev.caudal.replicate;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.caudal.mysql.DataErrorPolicy;
import dev.caudal.mysql.DdlPolicy;
import dev.caudal.mysql.LobPolicy;
import dev.caudal.mysql.TlsMode;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Defines the settings of where rows come from, and which. */
final class SourceDefinition {

    /** How users of a source log in. */
    enum Login {
        PASSWORD,
        RDS_IAM
    }

    private SourceDefinition() {}

    /** Adds them. */
    static void addTo(ConfigDef def) {
        defineSource(def);
        defineTask(def);
    }

    private static void defineSource(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Source");
        group.add(
                Setting.SOURCE_HOST,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                HIGH,
                "Host name or address of the MySQL or MariaDB server.");
        group.add(Setting.SOURCE_PORT, ConfigDef.Type.INT, 3306, Range.between(1, 65535), HIGH, "Its TCP port.");
        group.add(
                Setting.SOURCE_STANDBY,
                ConfigDef.Type.LIST,
                "",
                null,
                LOW,
                "Other servers of the same replication, host or host:port each, with the same user. When the source does"
                        + " not answer, the first of them that does takes over: the task goes on by global transaction identifiers.");
        group.add(
                Setting.SOURCE_USER,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new ConfigDef.NonEmptyString(),
                HIGH,
                "User name. The user needs SELECT on the tables, REPLICATION SLAVE, REPLICATION CLIENT, and RELOAD or LOCK TABLES.");
        group.add(Setting.SOURCE_PASSWORD, ConfigDef.Type.PASSWORD, "", null, HIGH, "Password.");
        group.add(
                Setting.SOURCE_LOGIN,
                ConfigDef.Type.STRING,
                ConfigNames.of(Login.PASSWORD),
                ConfigNames.oneOf(Login.class),
                MEDIUM,
                "How the user shows who they are: password, or rds-iam for a token of AWS IAM that Amazon RDS and Aurora take."
                        + " Tokens are made by the AWS credentials of the worker, and go over TLS only.");
        group.add(
                Setting.SOURCE_AWS_REGION,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "The AWS region of the source for rds-iam; empty for the one in the name of the host, else the worker's.");
        group.add(
                Setting.SOURCE_TLS,
                ConfigDef.Type.STRING,
                ConfigNames.of(TlsMode.PREFERRED),
                ConfigNames.oneOf(TlsMode.class),
                MEDIUM,
                "How connections to the source are secured, by MySQL's names.");
        group.add(
                Setting.SOURCE_TLS_CA,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "The certificate authority for verify-ca and verify-identity: PEM, or the path of a file with it.");
        group.add(
                Setting.SERVER_ID,
                ConfigDef.Type.LONG,
                0L,
                Range.between(0, 4294967295L),
                LOW,
                "The number by which the source knows this task among its replicas; 0 derives one from the task's name."
                        + " No two readers of a server may have the same.");
    }

    private static void defineTask(ConfigDef def) {
        SettingGroup group = new SettingGroup(def, "Task");
        group.add(
                Setting.TABLES,
                ConfigDef.Type.LIST,
                NO_DEFAULT_VALUE,
                null,
                HIGH,
                "The tables to replicate, each <schema>.<table>.");
        group.add(
                Setting.TABLE_SETTINGS,
                ConfigDef.Type.STRING,
                "",
                null,
                MEDIUM,
                "What is otherwise for single tables: a JSON object by <schema>.<table> with exclude (columns to leave out),"
                        + " rename (new names by column), compute (values by column, and $key, $topic, $partition, by expressions), key (columns that make the message key), where (an expression that says which rows are sent), topic and partition.");
        group.add(
                Setting.TABLE_RULES,
                ConfigDef.Type.STRING,
                "",
                null,
                MEDIUM,
                "What holds for many tables: a JSON array of rules, each an object with rule (rename-tables, rename-columns, drop-columns,"
                        + " add-column), tables (a pattern, all without), and columns, to, letters, column or expression as the rule needs. The first"
                        + " that fits a name decides; table.settings come before all.");
        group.add(
                Setting.DATA_ERROR_POLICY,
                ConfigDef.Type.STRING,
                ConfigNames.of(DataErrorPolicy.LOG),
                ConfigNames.oneOf(DataErrorPolicy.class),
                MEDIUM,
                "What happens to a row that cannot be sent, since an expression fails for it: log writes it to the exceptions"
                        + " topic and goes on, suspend does so and suspends its table, stop ends the task.");
        defineDdl(group);
        defineLobs(group);
        group.add(
                Setting.FULL_LOAD,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                HIGH,
                "Full Load: send the rows that are there.");
        group.add(
                Setting.APPLY_CHANGES,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                HIGH,
                "Apply Changes: send every change from then on.");
        group.add(
                Setting.LOAD_CONNECTIONS,
                ConfigDef.Type.INT,
                2,
                Range.between(1, 64),
                MEDIUM,
                "Connections that load at the same time, all on one snapshot.");
        group.add(
                Setting.LOAD_EPOCH,
                ConfigDef.Type.LONG,
                300_000L,
                Range.atLeast(1),
                LOW,
                "How long one snapshot may be held, in milliseconds; a longer load goes on in another one.");
    }

    private static void defineLobs(SettingGroup group) {
        group.add(
                Setting.LOB_POLICY,
                ConfigDef.Type.STRING,
                ConfigNames.of(LobPolicy.Mode.FULL),
                ConfigNames.oneOf(LobPolicy.Mode.class),
                MEDIUM,
                "What is sent of TEXT, BLOB, JSON and geometry columns that are in no key: full sends all, limited up to "
                        + Setting.LOB_LIMIT + " and names the columns that were longer in the header caudal.truncated,"
                        + " none leaves the columns out.");
        group.add(
                Setting.LOB_LIMIT,
                ConfigDef.Type.INT,
                8,
                Range.between(1, 102_400),
                MEDIUM,
                "Kilobytes (1024) of a value that are sent where " + Setting.LOB_POLICY
                        + " is limited; of text in UTF-8.");
    }

    private static void defineDdl(SettingGroup group) {
        policy(
                group,
                Setting.DDL_ALTER_POLICY,
                "ALTER TABLE of a selected table, an index, or a table swap of gh-ost or pt-online-schema-change: apply goes on"
                        + " with the new structure, ignore goes on without the columns that it adds, suspend suspends the table,"
                        + " stop ends the task before it.");
        policy(
                group,
                Setting.DDL_TRUNCATE_POLICY,
                "TRUNCATE of a selected table, or of partitions, which leaves no rows in the log: apply tells it by the event"
                        + " table-definition, ignore does not, suspend and stop as for ALTER TABLE.");
        policy(
                group,
                Setting.DDL_DROP_POLICY,
                "DROP of a selected table or its database, or CREATE OR REPLACE TABLE; the same values.");
        policy(
                group,
                Setting.DDL_RENAME_POLICY,
                "RENAME of a selected table, or of another table to its name; the same values.");
    }

    private static void policy(SettingGroup group, String setting, String documentation) {
        group.add(
                setting,
                ConfigDef.Type.STRING,
                ConfigNames.of(DdlPolicy.APPLY),
                ConfigNames.oneOf(DdlPolicy.class),
                MEDIUM,
                documentation);
    }
}
