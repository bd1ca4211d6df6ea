package dev.caudal.local;

import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.shaded.org.eclipse.jetty.server.Server;

/** The object store's own process: serves the buckets of a folder until it is told to end. */
public final class S3Main {
    private static final long DRAIN_MILLIS = 5_000;
    private static final int THREADS = 64;

    private S3Main() {}

    /**
     * Runs an object store.
     *
     * @param arguments the folder whose sub-folders are the buckets, and the port on the loopback address
     * @throws Exception when it cannot start
     */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        var store = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(LocalS3.endpoint(port))
                .awsAuthentication(AuthenticationType.AWS_V4, LocalS3.KEY, LocalS3.KEY)
                .jettyMaxThreads(THREADS)
                .stopTimeout(DRAIN_MILLIS)
                .build();
        guard(store);
        try {
            store.start();
        } catch (Exception e) {
            // Half a server keeps its threads: without an exit the process would stay and serve nothing.
            e.printStackTrace();
            System.exit(1);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(store), "stop"));
    }

    /** S3Proxy has no place for a filter of requests, so it is put around the handler of the web server inside. */
    private static void guard(S3Proxy store) throws ReflectiveOperationException {
        var field = S3Proxy.class.getDeclaredField("server");
        field.setAccessible(true);
        var server = (Server) field.get(store);
        server.setHandler(new S3Guard(server.getHandler()));
    }

    private static void stop(S3Proxy store) {
        try {
            store.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
