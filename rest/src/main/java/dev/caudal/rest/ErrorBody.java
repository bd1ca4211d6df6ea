package dev.caudal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of every answer that is an error. */
record ErrorBody(
        @JsonProperty("error_code") int code,
        @JsonProperty("message") String message) {}
