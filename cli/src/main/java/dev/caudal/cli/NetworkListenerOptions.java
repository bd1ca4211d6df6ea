package dev.caudal.cli;

import dev.caudal.server.ApiNetwork;
import dev.caudal.server.api.NetworkAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a platform's API serves other machines. */
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

    Optional<ApiNetwork> wanted() {
        if ((certificate == null) != (key == null) || (listen == null && certificate != null)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--api-certificate-file and --api-key-file go together, and with --api-listen. Give all three.");
        }
        try {
            return Optional.ofNullable(listen).map(NetworkAddress::parse).map(this::with);
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
