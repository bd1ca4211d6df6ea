package dev.caudal.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * A secret as AWS Secrets Manager has them.
 *
 * @param name its name
 * @param arn its ARN
 * @param key the key that it is encrypted by in AWS, stored and shown only
 * @param created when
 * @param version of its text, another one after each change
 * @param text what is secret
 */
record Secret(String name, String arn, Optional<String> key, Instant created, String version, String text) {
    @Override
    public String toString() {
        return name;
    }
}
