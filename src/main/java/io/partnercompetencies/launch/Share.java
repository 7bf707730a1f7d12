package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * This JVM's share in a server: a shared lock that the system releases even after {@code kill -9}. Entered and left
 * under the folder's start lock, so nobody arrives while the last one turns off the light.
 */
final class Share extends Thread {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HELD = "competencies.embedded.share-of:";

    private static volatile CountDownLatch inUse = new CountDownLatch(0);

    private final Path folder;
    private final Cluster cluster;
    private final FolderLock copies;

    private Share(Path folder, Cluster cluster, FolderLock copies) {
        super("leave-database");
        this.folder = folder;
        this.cluster = cluster;
        this.copies = copies;
    }

    static boolean isHeld(Path folder) {
        return System.getProperty(HELD + folder) != null;
    }

    /** The database is needed until the service has stopped, and for half a minute of that at the most. */
    static CountDownLatch hold() {
        inUse = new CountDownLatch(1);
        return inUse;
    }

    static void enter(Path folder, Cluster cluster) throws IOException {
        var copies = FolderLock.open(folder.resolve("copies.lock"));
        try {
            boolean alone = copies.tryExclusive();
            cluster.create();
            if (!cluster.isRunning()) {
                refuseUnseenServer(folder, cluster, alone);
                cluster.start();
            }
            copies.shared();
        } catch (IOException | RuntimeException e) {
            copies.close();
            throw e;
        }
        System.setProperty(HELD + folder, "true");
        Runtime.getRuntime().addShutdownHook(new Share(folder, cluster, copies));
    }

    /** Perhaps in another container on the same folder: two servers on one folder would destroy the data. */
    private static void refuseUnseenServer(Path folder, Cluster cluster, boolean alone) throws IOException {
        if (!alone && cluster.hasPostmasterFile()) {
            throw new IOException("another copy uses " + folder
                    + ", but its server does not answer here: stop that copy, or give this one a folder of its own");
        }
    }

    @Override
    public void run() {
        try {
            inUse.await(30, TimeUnit.SECONDS);
            leave();
        } catch (IOException | InterruptedException e) {
            System.err.println("The embedded PostgreSQL in " + folder + " was not stopped: " + e.getMessage());
        }
    }

    private void leave() throws IOException {
        try (var starting = FolderLock.open(folder.resolve("start.lock"))) {
            if (starting.awaitExclusive(PATIENCE) && copies.tryExclusive()) {
                cluster.stop();
            }
        } finally {
            copies.close();
        }
    }
}
