package dev.caudal.rest;

/**
 * Why a request is answered by an error. The numbers are Confluent's: the status itself, or the status times 100 plus a
 * counter. The reference of errors is made of these.
 */
enum ErrorCode {
    BAD_REQUEST(400, 400, "Not JSON, bad base64, or a field of no meaning; v1, v2: nothing of the batch is written."),
    REFUSED(400, 40002, "Kafka refuses it: the topic exists, the setting is none, there is no authorizer."),
    UNAUTHORIZED(401, 40101, "No right name and password, here or at Kafka."),
    OTHER_MACHINE(403, 403, "`Host` or `Origin` is of another machine."),
    FORBIDDEN(403, 40301, "Kafka says that the user may not."),
    NOT_FOUND(404, 404, "No such path; v3: no such cluster, broker, group or setting."),
    TOPIC_NOT_FOUND(404, 40401, "No such topic."),
    PARTITION_NOT_FOUND(404, 40402, "No such partition, or no such offset in it."),
    INSTANCE_NOT_FOUND(404, 40403, "v1, v2: no such consumer, or it has expired. v3: no such topic."),
    METHOD_NOT_ALLOWED(405, 405, "The path has no such method."),
    NOT_ACCEPTABLE(406, 406, "`Accept` names no type that is answered."),
    OTHER_FORMAT(406, 40601, "The consumer was made with another format."),
    NO_JSON_RECORD(408, 40801, "A record that is no JSON, for a `json` consumer."),
    OTHER_TOPIC(409, 40901, "v1: the consumer reads another topic."),
    NAME_TAKEN(409, 40902, "The group has a consumer of this name."),
    ILLEGAL_STATE(409, 40903, "The partition is not assigned; or subscription and assignment at once."),
    TOO_LARGE(413, 413, "The body or a record is larger than the proxy, or Kafka, takes."),
    UNSUPPORTED_MEDIA_TYPE(415, 415, "The body is of a type that is not read."),
    OUT_OF_BOUNDS(422, 40001, "A number among the settings of a consumer is out of its bounds."),
    INVALID(422, 422, "A field without use: no records, a format that needs a schema registry."),
    INVALID_CONSUMER(422, 42204, "A setting of a consumer is none."),
    INVALID_PAYLOAD(422, 42206, "v3: the body is JSON, and not what is asked for."),
    INVALID_BATCH(422, 42208, "v3: the batch is none."),
    TOO_MANY(
            429,
            429,
            "Too many consumers or users, too many requests in a second, or the memory is full: try again later."),
    THROTTLED(429, 42901, "Kafka says that it is too much at once."),
    INTERNAL(500, 500, "The proxy has an error; its log says more."),
    KAFKA(500, 50002, "Kafka's error."),
    KAFKA_FOR_NOW(500, 50003, "Kafka's error, and trying again may help."),
    UNAVAILABLE(
            503,
            50302,
            "Kafka does not take records at present, or the proxy that has the consumer does not answer; nothing of the request is written.");

    private final int status;
    private final int number;
    private final String meaning;

    ErrorCode(int status, int number, String meaning) {
        this.status = status;
        this.number = number;
        this.meaning = meaning;
    }

    /** Of HTTP. */
    int status() {
        return status;
    }

    /** As {@code error_code} has it. */
    int number() {
        return number;
    }

    /** A sentence in Markdown. */
    String meaning() {
        return meaning;
    }
}
