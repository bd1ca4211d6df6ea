package dev.caudal.s3.sink;

import java.util.Optional;

/** The version of this build. */
final class Version {

    static final String TEXT = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}
