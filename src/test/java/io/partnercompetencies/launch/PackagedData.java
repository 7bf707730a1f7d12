package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The database that a packaged service keeps in its folder, while it runs; for the integration tests of every room. */
public final class PackagedData {

    private PackagedData() {}

    /** A folder of this name without data, whatever an earlier build left there. */
    public static Path fresh(String name) throws IOException {
        var folder = Path.of("target", name).toAbsolutePath();
        if (Postmaster.of(folder.resolve("data")).isPresent()) {
            throw new IllegalStateException("Somebody else uses " + folder);
        }
        Binaries.delete(folder.resolve("data"));
        return folder;
    }

    /** As the owner of the tables. */
    public static Connection connect(Path folder) throws IOException, SQLException {
        int port = Postmaster.of(folder.resolve("data")).orElseThrow().port();
        var owner = new DatabaseAccess.Login(Roles.OWNER, Credentials.in(folder).owner());
        return Jdbc.connect(Jdbc.local(port, "competencies"), owner);
    }
}
