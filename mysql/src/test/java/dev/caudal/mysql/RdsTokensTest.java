package dev.caudal.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.caudal.testkit.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsUtilities;

/** Tokens for Amazon RDS, beside those of Amazon's own library for RDS. */
final class RdsTokensTest {
    private static final String HOST = "shop.c1a2b3.eu-west-1.rds.amazonaws.com";

    @Test
    void a_token_is_the_one_of_amazons_own_library() {
        assertSame(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret"), "caudal");
        assertSame(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret"), "año+1 @x");
    }

    @Test
    void a_token_of_a_role_has_its_session() {
        assertSame(AwsSessionCredentials.create("ASIAIOSFODNN7EXAMPLE", "secret", "ses/sion+token=="), "caudal");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.c1a2b3.eu-west-1.rds.amazonaws.com, '', eu-west-1",
        "shop.cluster-ro-c1a2b3.us-gov-east-1.rds.amazonaws.com, '', us-gov-east-1",
        "shop.c1a2b3.cn-north-1.rds.amazonaws.com.cn, '', cn-north-1",
        "shop.c1a2b3.eu-west-1.rds.amazonaws.com, us-east-1, us-east-1",
        "db.example.com, us-east-1, us-east-1"
    })
    void the_region_is_as_set_or_the_one_of_the_hosts_name(String host, String set, String region) {
        assertThat(RdsTokens.region(host, set)).isEqualTo(region);
    }

    @Test
    void no_token_goes_over_a_plain_connection() {
        var address = new SourceConfig.Address(
                "127.0.0.1", 1, "caudal", new SourceLogin.RdsToken("eu-west-1"), TlsMode.DISABLED, "", List.of());

        assertThatThrownBy(() -> SourceConnection.open(address))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        refusal -> assertThat(refusal.retryable()).isFalse())
                .hasMessageContainingAll("source.tls", "verify-identity");
    }

    /** Both have the second in them, which may pass between them; the order of their parameters says nothing. */
    private static void assertSame(AwsCredentials credentials, String user) {
        var address = new SourceConfig.Address(HOST, 3306, user, "", TlsMode.REQUIRED, "");
        Eventually.passes(() -> assertThat(
                        RdsTokens.token(address, "eu-west-1", credentials).split("[?&]"))
                .containsExactlyInAnyOrder(RdsUtilities.builder()
                        .region(Region.EU_WEST_1)
                        .build()
                        .generateAuthenticationToken(request ->
                                request.hostname(HOST).port(3306).username(user).credentialsProvider(() -> credentials))
                        .split("[?&]")));
    }
}
