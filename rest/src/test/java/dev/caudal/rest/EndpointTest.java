package dev.caudal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EndpointTest {
    private static final List<Endpoint> ALL = Endpoint.all();

    @Test
    void all_that_v3_serves_has_a_name() throws Exception {
        try (var in = EndpointTest.class.getResourceAsStream("v3-openapi.json")) {
            var paths = new ObjectMapper().readTree(in).get("paths");

            assertThat(paths.properties()).hasSizeGreaterThan(30).allSatisfy(path -> {
                var url = "/v3" + path.getKey().replaceAll("\\{\\w+}", "x");
                path.getValue().fieldNames().forEachRemaining(word -> {
                    var method = word.toUpperCase(Locale.ROOT);
                    if (!method.equals("PARAMETERS")) {
                        assertThat(Endpoint.find(ALL, method, url))
                                .as("%s %s", method, url)
                                .isPresent();
                    }
                });
            });
        }
    }

    @Test
    void a_path_is_known_however_it_is_written() {
        for (var path : List.of(
                "/v3/clusters/c/topics",
                "/v3//clusters/c/topics/",
                "/v3/clusters/c/topics;a=b",
                "/v3/clusters/c/%74opics")) {
            assertThat(Endpoint.find(ALL, "POST", path).map(Endpoint::name))
                    .as(path)
                    .isEqualTo(Optional.of("api.v3.topics.create"));
        }
        assertThat(Endpoint.find(ALL, "POST", "/v3/clusters/c/topics/t")).isEmpty();
    }

    @Test
    void a_name_stands_for_one_or_for_all_of_a_resource() {
        var endpoint =
                Endpoint.find(ALL, "GET", "/consumers/g/instances/i/records").orElseThrow();

        assertThat(endpoint.names()).containsExactly("api.v2.consumers.consume", "api.v2.consumers.*");
    }
}
