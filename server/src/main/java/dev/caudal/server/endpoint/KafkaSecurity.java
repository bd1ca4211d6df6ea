package dev.caudal.server.endpoint;

import dev.caudal.server.endpoint.Field.Choice;
import dev.caudal.server.endpoint.Field.Form;
import java.util.List;

/** How connections to brokers are secured, and how a client says who it is: what all types of Kafka clusters have. */
final class KafkaSecurity {
    static final String FIELD = "security";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String MECHANISM = "scram-mechanism";
    static final String ROLE = "role-arn";
    static final String TLS_CA = "tls-ca";
    static final String CERTIFICATE = "tls-certificate";
    static final String KEY = "tls-key";

    static final String NONE = "none";
    static final String TLS = "tls";
    static final String SCRAM = "sasl-scram";
    static final String SCRAM_PLAIN = "sasl-scram-plaintext";
    static final String IAM = "sasl-iam";
    static final String MTLS = "mtls";

    static final Choice OF_NONE = new Choice(NONE, new Text("Sin cifrar", "Plain text"));
    static final Choice OF_TLS = new Choice(TLS, new Text("TLS", "TLS"));
    static final Choice OF_SCRAM = new Choice(SCRAM, new Text("TLS, usuario y contraseña", "TLS, user and password"));
    static final Choice OF_SCRAM_PLAIN =
            new Choice(SCRAM_PLAIN, new Text("Usuario y contraseña, sin cifrar", "User and password, in plain text"));
    static final Choice OF_IAM = new Choice(IAM, new Text("TLS, IAM de AWS", "TLS, AWS IAM"));
    static final Choice OF_MTLS = new Choice(MTLS, new Text("TLS, certificado propio", "TLS, own certificate"));

    private KafkaSecurity() {}

    /** The fields, for a type whose clusters have these kinds of security. */
    static List<Field> fields(String fallback, Choice... kinds) {
        return List.of(
                Field.of(
                                FIELD,
                                Form.CHOICE,
                                "security",
                                new Text("Seguridad", "Security"),
                                new Text(
                                        "Cómo se protege la conexión y cómo se identifica el cliente.",
                                        "How the connection is secured and how the client says who it is."))
                        .withFallback(fallback)
                        .withChoices(kinds),
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
                        .withWhen(FIELD, SCRAM, SCRAM_PLAIN),
                Field.of(
                                USER,
                                Form.TEXT,
                                "login",
                                new Text("Usuario", "User"),
                                new Text(
                                        "Puede escribir, crear temas y usar transacciones.",
                                        "May write, create topics and use transactions."))
                        .withRequired()
                        .withWhen(FIELD, SCRAM, SCRAM_PLAIN),
                Field.password(PASSWORD).withRequired().withWhen(FIELD, SCRAM, SCRAM_PLAIN),
                Field.of(
                                ROLE,
                                Form.ROLE_ARN,
                                "login",
                                new Text("Rol de IAM", "IAM role"),
                                new Text(
                                        "El ARN del rol que se asume; sin él valen las credenciales de AWS del proceso.",
                                        "The ARN of the role to take on; without it the AWS credentials of the process count."))
                        .withWhen(FIELD, IAM),
                Field.of(
                                TLS_CA,
                                Form.PEM,
                                "security",
                                new Text("Autoridad de certificación", "Certificate authority"),
                                new Text(
                                        "Certificados en PEM; sin ellos valen los de Java, que bastan para MSK.",
                                        "Certificates in PEM; without them those of Java count, which will do for MSK."))
                        .withWhen(FIELD, TLS, SCRAM, IAM, MTLS),
                Field.of(
                                CERTIFICATE,
                                Form.PEM,
                                "login",
                                new Text("Certificado propio", "Own certificate"),
                                new Text(
                                        "La cadena en PEM, el propio primero.", "The chain in PEM, the own one first."))
                        .withRequired()
                        .withWhen(FIELD, MTLS),
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
                        .withWhen(FIELD, MTLS));
    }
}
