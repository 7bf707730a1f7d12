package io.partnercompetencies.launch;

import java.nio.file.Path;
import java.util.Map;

/** A copy of the service reduced to its database: joins the folder's server, tells how to reach it, and stays. */
final class DatabaseCopy {

    private DatabaseCopy() {}

    public static void main(String... arguments) throws Exception {
        var database = new EmbeddedDatabase(Path.of(arguments[0]), Archive.packaged(), Map.of());
        var access = database.join("copies");
        System.out.println("url " + access.url());
        System.out.println("password " + access.owner().password());
        Thread.currentThread().join();
    }
}
