package dev.caudal.server.endpoint;

import dev.caudal.server.endpoint.Field.Form;
import java.util.List;
import java.util.stream.Stream;

/** A cluster of Amazon MSK as a target, by its ARN: which brokers it has is asked whenever somebody connects. */
final class MskType {
    static final String CLUSTER = "cluster-arn";
    static final String API = "aws-endpoint";

    static final EndpointType TYPE = new EndpointType(
            "msk",
            List.of(Role.TARGET),
            new Text("Amazon MSK, por su ARN", "Amazon MSK, by its ARN"),
            Stream.concat(
                            Stream.of(
                                    Field.of(
                                                    CLUSTER,
                                                    Form.CLUSTER_ARN,
                                                    "server",
                                                    new Text("ARN del clúster", "ARN of the cluster"),
                                                    new Text(
                                                            "Con él se piden los brókeres a la API de AWS, en la región que nombra.",
                                                            "By it the API of AWS is asked for the brokers, in the region that it names."))
                                            .withRequired(),
                                    Field.of(
                                            API,
                                            Form.URL,
                                            "server",
                                            new Text("Dirección de la API", "Address of the API"),
                                            new Text(
                                                    "Solo si no es la de AWS: http://127.0.0.1:4566 para los clústeres de esta plataforma.",
                                                    "Only where it is not AWS's: http://127.0.0.1:4566 for clusters of this platform."))),
                            KafkaSecurity.fields(
                                    KafkaSecurity.IAM,
                                    KafkaSecurity.OF_IAM,
                                    KafkaSecurity.OF_SCRAM,
                                    KafkaSecurity.OF_MTLS,
                                    KafkaSecurity.OF_TLS,
                                    KafkaSecurity.OF_NONE)
                                    .stream())
                    .toList());

    private MskType() {}
}
