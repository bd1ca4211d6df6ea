package dev.caudal.cluster;

/** How clients may connect, with MSK's names. */
enum ClientBroker {
    TLS,
    TLS_PLAINTEXT,
    PLAINTEXT
}
