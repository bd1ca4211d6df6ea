package dev.caudal.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command until it ends or somebody wants it to: Ctrl-C and SIGTERM interrupt its thread, which stops what it has
 * started, and the process ends with code 0.
 */
final class Foreground {
    private static final long PATIENCE_SECONDS = 120;

    private Foreground() {}

    /** Runs the body on the calling thread; an interrupt is an ordinary end. */
    static int run(Callable<Integer> body) throws Exception {
        var thread = Thread.currentThread();
        var ended = new CountDownLatch(1);
        var hook = new Thread(() -> interrupt(thread, ended), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int code = body.call();
            return isStopping(hook) ? ExitCode.OK : code;
        } catch (Exception e) {
            if (isStopping(hook)) {
                return ExitCode.OK;
            }
            throw e;
        } finally {
            ended.countDown();
        }
    }

    /** Whether the process has begun to end; if not, the hook is taken away and it ends as usual. */
    private static boolean isStopping(Thread hook) {
        try {
            return !Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void interrupt(Thread thread, CountDownLatch ended) {
        thread.interrupt();
        int code = ExitCode.FAILED;
        try {
            code = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? ExitCode.OK : ExitCode.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The code would else tell of the signal, though all went as it should.
        Runtime.getRuntime().halt(code);
    }
}
