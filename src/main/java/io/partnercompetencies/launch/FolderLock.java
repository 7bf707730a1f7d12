package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A lock between processes, given up by the system when its holder dies. One process must open a lock file only once:
 * closing any of its channels would release the lock taken through another.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;
    private FileLock held;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock open(Path file) throws IOException {
        return new FolderLock(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    boolean tryExclusive() throws IOException {
        release();
        held = channel.tryLock(0, Long.MAX_VALUE, false);
        return held != null;
    }

    boolean awaitExclusive(Duration patience) throws IOException {
        return Waiting.until(patience, this::tryExclusive);
    }

    void shared() throws IOException {
        release();
        held = channel.lock(0, Long.MAX_VALUE, true);
    }

    private void release() throws IOException {
        if (held != null) {
            held.release();
            held = null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
