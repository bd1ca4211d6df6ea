package dev.caudal.s3.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that send parts of uploads; there are none while nothing is sent. */
final class UploadThreads {
    private static final int MOST = 4;
    private static final int IDLE_SECONDS = 10;

    private UploadThreads() {}

    static ExecutorService start() {
        var threads = new ThreadPoolExecutor(
                MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), UploadThreads::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread thread(Runnable sending) {
        var thread = new Thread(sending, "caudal-s3-upload");
        thread.setDaemon(true);
        return thread;
    }
}
