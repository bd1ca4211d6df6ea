package dev.caudal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** What is measured, as a program from outside gets it. */
record Telemetry(TestPlane plane) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** A broker's own word for its session; what it is when it does not answer, else. */
    String session(String address) {
        try {
            return new ObjectMapper()
                    .readTree(text("http://%s:11003/sample".formatted(address), Duration.ofSeconds(2)))
                    .path("session")
                    .asText();
        } catch (IOException e) {
            return "NOT_CONNECTED";
        }
    }

    void awaitSession(String address, String state) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        var now = session(address);
        while (!now.equals(state)) {
            assertThat(System.nanoTime() - end)
                    .as("time left for %s; it is %s", state, now)
                    .isNegative();
            TestPlane.pause();
            now = session(address);
        }
    }

    /** What the control plane knows of a cluster. */
    JsonNode metrics(String arn) {
        var path = "/caudal/v1/clusters/%s/metrics".formatted(URLEncoder.encode(arn, StandardCharsets.UTF_8));
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("http://127.0.0.1:" + plane.port() + path))
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(
                                AwsCredentialsIdentity.create(ControlPlane.ACCESS_KEY, ControlPlane.SECRET_KEY))
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "kafka")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, ClusterSettings.USUAL_REGION));
        var http = HttpRequest.newBuilder(request.getUri());
        signed.request().headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("host")) {
                values.forEach(value -> http.header(name, value));
            }
        });
        try {
            return new ObjectMapper()
                    .readTree(CLIENT.send(http.build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    JsonNode await(String arn, Predicate<JsonNode> condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        var now = metrics(arn);
        while (!condition.test(now)) {
            assertThat(System.nanoTime() - end).as("time left; it is %s", now).isNegative();
            TestPlane.pause();
            now = metrics(arn);
        }
        return now;
    }

    static String text(String address, Duration patience) throws IOException {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(patience)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
