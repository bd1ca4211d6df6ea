package dev.caudal.cli;

import dev.caudal.server.ApiNetwork;
import dev.caudal.server.KafkaNetwork;
import dev.caudal.server.OtherMachines;
import dev.caudal.server.api.NetworkAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a platform serves other machines, and where. */
final class NetworkListenerOptions {
    @Option(
            names = "--api-listen",
            paramLabel = "HOST[:PORT]",
            description = {
                "Let the API and the console also serve other machines, by TLS (default port: 8443); 0.0.0.0 for all",
                "addresses. There must be users: 'caudal user add'."
            })
    private @Nullable String listen;

    @Option(
            names = "--api-certificate-file",
            paramLabel = "FILE",
            description = "Its certificate in PEM (default: one by the authority DATA/certificates/ca.pem).")
    private @Nullable Path certificate;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "The certificate's key in PEM (PKCS #8), without a password.")
    private @Nullable Path key;

    @Option(
            names = "--advertise",
            paramLabel = "HOST[:PORT]",
            description = {
                "Let the broker also serve other machines, by TLS and password (default port: 9196); HOST is what they call",
                "this machine by. 'caudal cluster user add local NAME' gives somebody a password."
            })
    private @Nullable String advertised;

    OtherMachines wanted() {
        return new OtherMachines(api(), kafka());
    }

    private Optional<KafkaNetwork> kafka() {
        try {
            return Optional.ofNullable(advertised)
                    .map(text -> NetworkAddress.parse(text, KafkaNetwork.USUAL_PORT))
                    .map(KafkaNetwork::new);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--advertise: " + e.getMessage(), e);
        }
    }

    private Optional<ApiNetwork> api() {
        if ((certificate == null) != (key == null) || (listen == null && certificate != null)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--api-certificate-file and --api-key-file go together, and with --api-listen. Give all three.");
        }
        try {
            return Optional.ofNullable(listen)
                    .map(text -> NetworkAddress.parse(text, ApiNetwork.USUAL_PORT))
                    .map(this::with);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "--api-listen: " + e.getMessage(), e);
        }
    }

    private ApiNetwork with(NetworkAddress address) {
        return new ApiNetwork(
                address,
                certificate == null || key == null
                        ? Optional.empty()
                        : Optional.of(new ApiNetwork.Files(certificate, key)));
    }
}
