package dev.caudal.server.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.server.definition.Json;
import dev.caudal.server.definition.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRequestTest {

    @Test
    void a_request_has_what_is_given() throws IOException {
        assertThat(request("{'method': 'POST', 'path': '/topics/t', 'contentType': 'application/json', 'body': '{}'}"))
                .isEqualTo(new ProxyRequest("POST", "/topics/t", "application/json", "", Optional.of("{}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'path': '/topics'}                                               | 'method'",
                "{'method': 'TRACE', 'path': '/topics'}                            | one of GET, POST, PUT, PATCH, DELETE",
                "{'method': 'GET', 'path': 'topics'}                               | Begin with a slash",
                "{'method': 'GET', 'path': '/topics', 'accept': 'text/plain\\r\\nX: y'} | 'accept'"
            })
    void what_is_wrong_is_named(String json, String named) {
        assertThatThrownBy(() -> request(json))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getMessage() + refusal.remedy())
                                .contains(named));
    }

    @Test
    void no_path_leads_to_another_server() throws IOException {
        var client = new ProxyClient(Optional.of(URI.create("http://127.0.0.1:1/")));
        for (var path : new String[] {"//example.com/topics", "/@example.com/", "/..//example.com/"}) {
            var request = request("{'method': 'GET', 'path': '%s'}".formatted(path));
            assertThatThrownBy(() -> client.send(request))
                    .as(path)
                    .hasMessageContaining("The REST proxy at http://127.0.0.1:1/ does not answer")
                    .hasMessageContaining("ConnectException");
        }
    }

    @Test
    void a_platform_without_a_proxy_says_so() throws IOException {
        var request = request("{'method': 'GET', 'path': '/topics'}");
        assertThatThrownBy(() -> new ProxyClient(Optional.empty()).send(request))
                .hasMessageContaining("without a REST proxy");
    }

    private static ProxyRequest request(String json) throws IOException {
        return ProxyRequest.parse(Json.MAPPER.readTree(json.replace('\'', '"')));
    }
}
