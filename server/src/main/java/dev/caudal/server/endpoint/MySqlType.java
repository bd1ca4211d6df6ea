package dev.caudal.server.endpoint;

import dev.caudal.server.endpoint.Field.Choice;
import dev.caudal.server.endpoint.Field.Form;
import java.util.List;

/** MySQL and what speaks its protocol, as a source. */
final class MySqlType {
    static final String HOST = "host";
    static final String PORT = "port";
    static final String USER = "user";
    static final String STANDBY = "standby";
    static final String LOGIN = "login";
    static final String PASSWORD = "password";
    static final String REGION = "aws-region";
    static final String TLS = "tls";
    static final String TLS_CA = "tls-ca";

    static final String BY_PASSWORD = "password";
    static final String BY_IAM = "rds-iam";

    static final EndpointType TYPE = new EndpointType(
            "mysql",
            List.of(Role.SOURCE),
            new Text("MySQL, MariaDB, Amazon RDS o Aurora", "MySQL, MariaDB, Amazon RDS or Aurora"),
            List.of(
                    Field.of(
                                    HOST,
                                    Form.HOST,
                                    "server",
                                    new Text("Servidor", "Host"),
                                    new Text(
                                            "Nombre o dirección. En RDS y Aurora, el punto de enlace del escritor.",
                                            "Name or address. For RDS and Aurora, the endpoint of the writer."))
                            .withRequired(),
                    Field.of(
                                    PORT,
                                    Form.PORT,
                                    "server",
                                    new Text("Puerto", "Port"),
                                    new Text("Puerto TCP.", "TCP port."))
                            .withFallback("3306"),
                    Field.of(
                            STANDBY,
                            Form.HOST_LIST,
                            "server",
                            new Text("Servidores de reserva", "Standby servers"),
                            new Text(
                                    "Réplicas con GTID, servidor:puerto, separadas por comas; la primera que responda releva al servidor si este falla.",
                                    "Replicas with GTIDs, host:port, separated by commas; the first that answers takes over when the server is lost.")),
                    Field.of(
                                    USER,
                                    Form.TEXT,
                                    "login",
                                    new Text("Usuario", "User"),
                                    new Text(
                                            "Con SELECT en las tablas, REPLICATION SLAVE, REPLICATION CLIENT, y RELOAD o LOCK TABLES.",
                                            "With SELECT on the tables, REPLICATION SLAVE, REPLICATION CLIENT, and RELOAD or LOCK TABLES."))
                            .withRequired(),
                    Field.of(
                                    LOGIN,
                                    Form.CHOICE,
                                    "login",
                                    new Text("Identificación", "Login"),
                                    new Text(
                                            "Cómo demuestra el usuario quién es. Con IAM valen las credenciales de AWS del proceso.",
                                            "How the user shows who they are. By IAM, with the AWS credentials of the process."))
                            .withFallback(BY_PASSWORD)
                            .withChoices(
                                    new Choice(BY_PASSWORD, new Text("Contraseña", "Password")),
                                    new Choice(BY_IAM, new Text("IAM de AWS (RDS, Aurora)", "AWS IAM (RDS, Aurora)"))),
                    Field.password(PASSWORD).withWhen(LOGIN, BY_PASSWORD),
                    Field.of(
                                    REGION,
                                    Form.TEXT,
                                    "login",
                                    new Text("Región de AWS", "AWS region"),
                                    new Text(
                                            "Sin ella vale la del nombre del servidor, o la del proceso.",
                                            "Without it that of the host's name counts, else that of the process."))
                            .withWhen(LOGIN, BY_IAM),
                    Field.of(
                                    TLS,
                                    Form.CHOICE,
                                    "security",
                                    new Text("Cifrado", "Encryption"),
                                    new Text(
                                            "Cómo se protege la conexión, con los nombres de MySQL.",
                                            "How the connection is secured, by MySQL's names."))
                            .withFallback("preferred")
                            .withChoices(
                                    new Choice("disabled", new Text("Sin cifrar", "Not encrypted")),
                                    new Choice("preferred", new Text("Si el servidor puede", "If the server can")),
                                    new Choice("required", new Text("Siempre", "Always")),
                                    new Choice(
                                            "verify-ca",
                                            new Text(
                                                    "Siempre, con certificado de confianza",
                                                    "Always, with a trusted certificate")),
                                    new Choice(
                                            "verify-identity",
                                            new Text(
                                                    "Siempre, con certificado de ese servidor",
                                                    "Always, with a certificate of that host"))),
                    Field.of(
                                    TLS_CA,
                                    Form.PEM,
                                    "security",
                                    new Text("Autoridad de certificación", "Certificate authority"),
                                    new Text(
                                            "Certificados en PEM; sin ellos valen los de Java. En RDS, el paquete global de Amazon.",
                                            "Certificates in PEM; without them those of Java count. For RDS, Amazon's global bundle."))
                            .withWhen(TLS, "verify-ca", "verify-identity")));

    private MySqlType() {}
}
