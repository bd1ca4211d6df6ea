package dev.caudal.s3.store;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.jspecify.annotations.Nullable;

/** Defines the settings of a bucket, by Confluent's names, for the sink and for whoever reads the bucket. */
public final class StoreDefinition {

    /** The bucket's name. */
    public static final String BUCKET = "s3.bucket.name";

    /** The region of AWS. */
    public static final String REGION = "s3.region";

    /** The address of another store than AWS. */
    public static final String ENDPOINT = "store.url";

    /** The size of a part, in bytes. */
    public static final String PART_SIZE = "s3.part.size";

    static final String PATH_STYLE = "s3.path.style.access.enabled";
    static final String ACCELERATION = "s3.wan.mode";
    static final String CREDENTIALS_PREFIX = "s3.credentials.provider.";
    static final String CREDENTIALS_CLASS = CREDENTIALS_PREFIX + "class";
    static final String ACCESS_KEY = "aws.access.key.id";
    static final String SECRET_KEY = "aws.secret.access.key";
    static final String ENCRYPTION = "s3.ssea.name";
    static final String CUSTOMER_KEY = "s3.sse.customer.key";
    static final String KMS_KEY = "s3.sse.kms.key.id";
    static final String ACL = "s3.acl.canned";
    static final String RETRIES = "s3.part.retries";
    static final String RETRY_BACKOFF = "s3.retry.backoff.ms";
    static final String EXPECT_CONTINUE = "s3.http.send.expect.continue";
    static final String DIGEST = "s3.send.digest";
    static final String SILENCE = "caudal.silence.ms";
    static final String PROXY_URL = "s3.proxy.url";
    static final String PROXY_USER = "s3.proxy.user";
    static final String PROXY_PASSWORD = "s3.proxy.password";

    private static final String GROUP = "S3";

    private final ConfigDef def;
    private int order;

    private StoreDefinition(ConfigDef def) {
        this.def = def;
    }

    /**
     * Adds the settings of a bucket.
     *
     * @param def to which they are added
     */
    public static void addTo(ConfigDef def) {
        StoreDefinition definition = new StoreDefinition(def);
        definition.place();
        definition.identity();
        definition.writing();
        definition.requests();
    }

    private void place() {
        ConfigDef.NonEmptyString notEmpty = new ConfigDef.NonEmptyString();
        add(BUCKET, ConfigDef.Type.STRING, NO_DEFAULT_VALUE, notEmpty, HIGH, "The bucket. It must exist.");
        add(REGION, ConfigDef.Type.STRING, "us-west-2", notEmpty, MEDIUM, "The region of AWS.");
        add(
                ENDPOINT,
                ConfigDef.Type.STRING,
                null,
                null,
                LOW,
                "Address of another store than AWS; without a scheme https is meant.");
        add(
                PATH_STYLE,
                ConfigDef.Type.BOOLEAN,
                true,
                null,
                LOW,
                "The bucket's name in the path of a request, not in the host name.");
        add(
                ACCELERATION,
                ConfigDef.Type.BOOLEAN,
                false,
                null,
                MEDIUM,
                "Transfer acceleration of AWS; not with path style.");
    }

    private void identity() {
        add(
                CREDENTIALS_CLASS,
                ConfigDef.Type.STRING,
                "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider",
                null,
                LOW,
                "A class of the SDK 2 that provides credentials, with a static create(); settings with its prefix are"
                        + " given to it. AwsAssumeRoleCredentialsProvider takes sts.role.arn, sts.role.session.name,"
                        + " sts.role.external.id and sts.region.");
        add(
                ACCESS_KEY,
                ConfigDef.Type.STRING,
                "",
                null,
                HIGH,
                "Access key; with its secret it goes before other credentials.");
        add(SECRET_KEY, ConfigDef.Type.PASSWORD, null, null, HIGH, "Its secret.");
    }

    private void writing() {
        add(
                PART_SIZE,
                ConfigDef.Type.INT,
                26214400,
                Range.between(5242880, Integer.MAX_VALUE),
                HIGH,
                "Bytes of one part of a multipart upload. Smaller objects are sent in one request.");
        add(
                ENCRYPTION,
                ConfigDef.Type.STRING,
                "",
                null,
                LOW,
                "Encryption by the server: AES256, aws:kms, aws:kms:dsse or empty.");
        add(CUSTOMER_KEY, ConfigDef.Type.PASSWORD, null, null, LOW, "A key of yours (SSE-C), with AES256 only.");
        add(KMS_KEY, ConfigDef.Type.STRING, "", null, LOW, "Id of the key, with aws:kms.");
        add(ACL, ConfigDef.Type.STRING, null, null, LOW, "A canned access control list.");
        add(DIGEST, ConfigDef.Type.BOOLEAN, false, null, LOW, "Send the MD5 of each body.");
    }

    private void requests() {
        add(RETRIES, ConfigDef.Type.INT, 3, Range.atLeast(0), MEDIUM, "Retries of one request.");
        add(
                RETRY_BACKOFF,
                ConfigDef.Type.LONG,
                200L,
                Range.atLeast(0),
                LOW,
                "Pause before the first of them in milliseconds; it doubles each time, with full jitter.");
        add(EXPECT_CONTINUE, ConfigDef.Type.BOOLEAN, true, null, LOW, "Ask the server before a body is sent.");
        add(
                SILENCE,
                ConfigDef.Type.INT,
                30_000,
                Range.atLeast(100),
                LOW,
                "Milliseconds without a byte after which a request is given up, to be repeated.");
        add(PROXY_URL, ConfigDef.Type.STRING, "", null, LOW, "A proxy of HTTP, with or without user and password.");
        add(PROXY_USER, ConfigDef.Type.STRING, null, null, LOW, "User at the proxy.");
        add(PROXY_PASSWORD, ConfigDef.Type.PASSWORD, null, null, LOW, "Password at the proxy.");
    }

    private void add(
            String name,
            ConfigDef.Type type,
            @Nullable Object preset,
            ConfigDef.@Nullable Validator validator,
            Importance importance,
            String documentation) {
        def.define(
                name, type, preset, validator, importance, documentation, GROUP, ++order, ConfigDef.Width.MEDIUM, name);
    }
}
