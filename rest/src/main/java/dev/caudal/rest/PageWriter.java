package dev.caudal.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes pages, and says to their consumers whether that worked. */
final class PageWriter implements MessageBodyWriter<PageAnswer> {
    private final MemoryBudget memory;

    PageWriter(MemoryBudget memory) {
        this.memory = memory;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == PageAnswer.class;
    }

    @Override
    public void writeTo(
            PageAnswer answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var page = answer.page();
        var hold = memory.hold();
        boolean written = false;
        try {
            // To a closed connection the system takes what fits into its buffer without complaint.
            if (page.client().isGone()) {
                throw new IOException("The client has closed the connection.");
            }
            var json = RecordJson.list(page.records(), answer.format(), answer.include());
            hold.force(json.bytes().length);
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, json.length());
            out.write(json.bytes(), 0, json.length());
            out.flush();
            written = true;
        } finally {
            hold.close();
            page.finish(written);
        }
    }
}
