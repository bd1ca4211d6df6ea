package dev.caudal.mysql;

/** How a connection to the source is secured, by MySQL's names. */
public enum TlsMode {
    /** Never encrypted. */
    DISABLED,
    /** Encrypted where the server can, whoever it is; else plain. */
    PREFERRED,
    /** Encrypted, whoever the server is. */
    REQUIRED,
    /** Encrypted, and the server's certificate is signed by a known authority. */
    VERIFY_CA,
    /** As {@link #VERIFY_CA}, and the certificate is for the host that was asked for. */
    VERIFY_IDENTITY;

    /** Whether the server has to show who it is. */
    boolean verifies() {
        return this == VERIFY_CA || this == VERIFY_IDENTITY;
    }
}
