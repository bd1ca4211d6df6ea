package dev.caudal.cli;

import dev.caudal.s3.restore.RestoreListener;
import java.util.concurrent.atomic.AtomicLong;

/** Shows how a restore goes on: one line that counts on a terminal, else a line every 100,000 records. */
final class RestoreProgress implements RestoreListener {
    private static final long STEP = 100_000;
    private static final long TERMINAL_STEP = 5_000;

    private final Terminal terminal;
    private final AtomicLong sent = new AtomicLong();

    RestoreProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void note(String text) {
        end();
        terminal.note(text);
    }

    @Override
    public void sent(long records) {
        long now = sent.addAndGet(records);
        if (terminal.errIsTerminal() && now % TERMINAL_STEP == 0) {
            terminal.err().printf("\r%,d records", now);
            terminal.err().flush();
        } else if (now % STEP == 0) {
            terminal.note("%,d records".formatted(now));
        }
    }

    /** Ends the line that counts. */
    void end() {
        if (terminal.errIsTerminal() && sent.get() >= TERMINAL_STEP) {
            terminal.err().printf("\r\033[K");
            terminal.err().flush();
        }
    }
}
