package dev.caudal.s3.sink;

import dev.caudal.s3.archive.Sha256;
import dev.caudal.s3.store.Precondition;
import dev.caudal.s3.store.Upload;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;

/** One object of lines while it is written; its bytes are digested as they go out. */
final class DataFile {

    /** Few large pieces cost the digest less than many small ones. */
    private static final int BUFFER = 8192;

    private final Upload upload;
    private final OutputStream out;
    private final MessageDigest digest = Sha256.start();
    private boolean finished;
    private String sha256 = "";

    DataFile(Upload upload, Compression compression) {
        this.upload = upload;
        try {
            this.out = compression.around(new BufferedOutputStream(new Digested(), BUFFER));
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

    /** The digest of all bytes, once they are completed. */
    String sha256() {
        return sha256;
    }

    /** Ends the object; may be called again after it failed. */
    void complete(Precondition precondition) {
        finish();
        upload.complete(precondition);
    }

    private void finish() {
        if (!finished) {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sha256 = Sha256.hex(digest);
            finished = true;
        }
    }

    /** Closing ends the compression only: the object is ended by {@link #complete}. */
    private final class Digested extends OutputStream {
        @Override
        public void write(int octet) {
            digest.update((byte) octet);
            upload.write(octet);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
            upload.write(bytes, from, length);
        }
    }
}
