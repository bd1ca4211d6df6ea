package dev.caudal.s3.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * What a request sends, which may be sent again.
 *
 * @param pieces its bytes in order
 * @param length of all of them
 */
record Body(List<Piece> pieces, long length) {

    /**
     * Some bytes of an array, from its start.
     *
     * @param bytes the array
     * @param length how many of it count
     */
    record Piece(byte[] bytes, int length) {}

    static Body of(byte[] content) {
        return new Body(List.of(new Piece(content, content.length)), content.length);
    }

    static Body of(List<Piece> pieces) {
        return new Body(
                List.copyOf(pieces), pieces.stream().mapToLong(Piece::length).sum());
    }

    RequestBody request() {
        return RequestBody.fromContentProvider(this::stream, length, "application/octet-stream");
    }

    private InputStream stream() {
        if (pieces.size() == 1) {
            return stream(pieces.get(0));
        }
        return new SequenceInputStream(
                Collections.enumeration(pieces.stream().map(Body::stream).toList()));
    }

    private static InputStream stream(Piece piece) {
        return new ByteArrayInputStream(piece.bytes(), 0, piece.length());
    }

    String digest() {
        MessageDigest md5 = Encryption.md5();
        pieces.forEach(piece -> md5.update(piece.bytes(), 0, piece.length()));
        return Base64.getEncoder().encodeToString(md5.digest());
    }
}
