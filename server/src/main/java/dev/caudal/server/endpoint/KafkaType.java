package dev.caudal.server.endpoint;

import dev.caudal.server.endpoint.Field.Choice;
import dev.caudal.server.endpoint.Field.Form;
import java.util.List;

/** Apache Kafka and what speaks its protocol, as a target. */
final class KafkaType {
    static final String SERVERS = "bootstrap-servers";
    static final String SECURITY = "security";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String MECHANISM = "scram-mechanism";
    static final String TLS_CA = "tls-ca";
    static final String CERTIFICATE = "tls-certificate";
    static final String KEY = "tls-key";

    static final String NONE = "none";
    static final String TLS = "tls";
    static final String SCRAM = "sasl-scram";
    static final String SCRAM_PLAIN = "sasl-scram-plaintext";
    static final String MTLS = "mtls";

    static final EndpointType TYPE = new EndpointType(
            "kafka",
            List.of(Role.TARGET),
            new Text("Apache Kafka o Amazon MSK", "Apache Kafka or Amazon MSK"),
            List.of(
                    Field.of(
                                    SERVERS,
                                    Form.HOST_LIST,
                                    "server",
                                    new Text("Servidores de arranque", "Bootstrap servers"),
                                    new Text(
                                            "HOST:PUERTO, varios separados por comas. En MSK: puerto 9092 sin cifrar, 9094 con TLS, 9096 con SCRAM.",
                                            "HOST:PORT, several with commas between them. For MSK: port 9092 in plain text, 9094 with TLS, 9096 with SCRAM."))
                            .withRequired(),
                    Field.of(
                                    SECURITY,
                                    Form.CHOICE,
                                    "security",
                                    new Text("Seguridad", "Security"),
                                    new Text(
                                            "Cómo se protege la conexión y cómo se identifica el cliente.",
                                            "How the connection is secured and how the client says who it is."))
                            .withFallback(NONE)
                            .withChoices(
                                    new Choice(NONE, new Text("Sin cifrar", "Plain text")),
                                    new Choice(TLS, new Text("TLS", "TLS")),
                                    new Choice(SCRAM, new Text("TLS, usuario y contraseña", "TLS, user and password")),
                                    new Choice(
                                            SCRAM_PLAIN,
                                            new Text(
                                                    "Usuario y contraseña, sin cifrar",
                                                    "User and password, in plain text")),
                                    new Choice(MTLS, new Text("TLS, certificado propio", "TLS, own certificate"))),
                    Field.of(
                                    MECHANISM,
                                    Form.CHOICE,
                                    "login",
                                    new Text("Mecanismo", "Mechanism"),
                                    new Text("En MSK, SCRAM-SHA-512.", "For MSK, SCRAM-SHA-512."))
                            .withFallback("SCRAM-SHA-512")
                            .withChoices(
                                    new Choice("SCRAM-SHA-512", new Text("SCRAM-SHA-512", "SCRAM-SHA-512")),
                                    new Choice("SCRAM-SHA-256", new Text("SCRAM-SHA-256", "SCRAM-SHA-256")))
                            .withWhen(SECURITY, SCRAM, SCRAM_PLAIN),
                    Field.of(
                                    USER,
                                    Form.TEXT,
                                    "login",
                                    new Text("Usuario", "User"),
                                    new Text(
                                            "Puede escribir, crear temas y usar transacciones.",
                                            "May write, create topics and use transactions."))
                            .withRequired()
                            .withWhen(SECURITY, SCRAM, SCRAM_PLAIN),
                    Field.password(PASSWORD).withRequired().withWhen(SECURITY, SCRAM, SCRAM_PLAIN),
                    Field.of(
                                    TLS_CA,
                                    Form.PEM,
                                    "security",
                                    new Text("Autoridad de certificación", "Certificate authority"),
                                    new Text(
                                            "Certificados en PEM; sin ellos valen los de Java, que bastan para MSK.",
                                            "Certificates in PEM; without them those of Java count, which will do for MSK."))
                            .withWhen(SECURITY, TLS, SCRAM, MTLS),
                    Field.of(
                                    CERTIFICATE,
                                    Form.PEM,
                                    "login",
                                    new Text("Certificado propio", "Own certificate"),
                                    new Text(
                                            "La cadena en PEM, el propio primero.",
                                            "The chain in PEM, the own one first."))
                            .withRequired()
                            .withWhen(SECURITY, MTLS),
                    Field.of(
                                    KEY,
                                    Form.PEM,
                                    "login",
                                    new Text("Clave privada", "Private key"),
                                    new Text(
                                            "En PEM (PKCS#8), sin contraseña. Se guarda cifrada y no se vuelve a mostrar.",
                                            "In PEM (PKCS#8), without a password. Is kept encrypted and not shown again."))
                            .withRequired()
                            .withSecret()
                            .withWhen(SECURITY, MTLS)));

    private KafkaType() {}
}
