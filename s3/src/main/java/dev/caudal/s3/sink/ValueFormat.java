package dev.caudal.s3.sink;

import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** How keys or values are written, one after the other. */
interface ValueFormat {

    /** What names end with, before the compression. */
    String extension();

    /** What stands after each. */
    byte[] separator();

    /**
     * One of them.
     *
     * @throws org.apache.kafka.connect.errors.DataException when it cannot be written
     */
    byte[] line(@Nullable Schema schema, @Nullable Object value);
}
