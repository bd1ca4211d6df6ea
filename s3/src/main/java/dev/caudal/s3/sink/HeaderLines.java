package dev.caudal.s3.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.data.Values;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.header.Headers;

/** All headers of a record as one document of JSON, their values as texts. */
final class HeaderLines {

    private HeaderLines() {}

    static byte[] line(Headers headers) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        var list = line.putArray("headers");
        for (Header header : headers) {
            list.addObject()
                    .put("key", header.key())
                    .put("value", Values.convertToString(header.schema(), header.value()));
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }
}
