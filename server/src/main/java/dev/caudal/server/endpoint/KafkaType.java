package dev.caudal.server.endpoint;

import dev.caudal.server.endpoint.Field.Form;
import java.util.List;
import java.util.stream.Stream;

/** Apache Kafka and what speaks its protocol, as a target. */
final class KafkaType {
    static final String SERVERS = "bootstrap-servers";

    static final EndpointType TYPE = new EndpointType(
            "kafka",
            List.of(Role.TARGET),
            new Text("Apache Kafka o Amazon MSK", "Apache Kafka or Amazon MSK"),
            Stream.concat(
                            Stream.of(Field.of(
                                            SERVERS,
                                            Form.HOST_LIST,
                                            "server",
                                            new Text("Servidores de arranque", "Bootstrap servers"),
                                            new Text(
                                                    "HOST:PUERTO, varios separados por comas. En MSK: puerto 9092 sin cifrar, 9094 con TLS, 9096 con SCRAM, 9098 con IAM.",
                                                    "HOST:PORT, several with commas between them. For MSK: port 9092 in plain text, 9094 with TLS, 9096 with SCRAM, 9098 with IAM."))
                                    .withRequired()),
                            KafkaSecurity.fields(
                                    KafkaSecurity.NONE,
                                    KafkaSecurity.OF_NONE,
                                    KafkaSecurity.OF_TLS,
                                    KafkaSecurity.OF_SCRAM,
                                    KafkaSecurity.OF_SCRAM_PLAIN,
                                    KafkaSecurity.OF_IAM,
                                    KafkaSecurity.OF_MTLS)
                                    .stream())
                    .toList());

    private KafkaType() {}
}
