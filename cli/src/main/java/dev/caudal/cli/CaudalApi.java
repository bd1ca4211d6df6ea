package dev.caudal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.caudal.cluster.ControlPlane;
import dev.caudal.server.definition.Json;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * What the API of clusters has beyond Amazon's, and so no SDK.
 *
 * @param address where it is
 * @param region what requests are signed for
 */
record CaudalApi(URI address, String region) {

    /** The answer to a path, which is encoded. */
    JsonNode get(String path) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(address.resolve(path))
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(
                                AwsCredentialsIdentity.create(ControlPlane.ACCESS_KEY, ControlPlane.SECRET_KEY))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "kafka")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        try (var client = Apache5HttpClient.create()) {
            var answer = client.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .build())
                    .call();
            try (var body = answer.responseBody().orElseThrow()) {
                var json = Json.MAPPER.readTree(body);
                if (!answer.httpResponse().isSuccessful()) {
                    throw new CommandFailure(
                            ExitCode.FAILED,
                            "%s refused: %s (%d)."
                                    .formatted(
                                            address,
                                            json.path("message").asText().replaceAll("\\.$", ""),
                                            answer.httpResponse().statusCode()));
                }
                return json;
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    "The clusters at %s cannot be asked: %s".formatted(address, e.getMessage()),
                    e);
        }
    }
}
