package dev.caudal.s3.sink;

import dev.caudal.s3.store.Precondition;
import dev.caudal.s3.store.Upload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** One object of lines while it is written. */
final class DataFile {

    private final Upload upload;
    private final OutputStream out;

    DataFile(Upload upload, Compression compression) {
        this.upload = upload;
        try {
            this.out = compression.around(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(byte[] line, byte[] separator) {
        try {
            out.write(line);
            out.write(separator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Upload upload() {
        return upload;
    }

    /** Ends the object; may be called again after it failed. */
    void complete(Precondition precondition) {
        try {
            // Ends the compression only.
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        upload.complete(precondition);
    }
}
