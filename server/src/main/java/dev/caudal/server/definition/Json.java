package dev.caudal.server.definition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** The one way in which values become JSON: an empty {@code Optional} is {@code null}. */
public final class Json {
    /** For any thread; not to be configured. */
    public static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private Json() {}
}
