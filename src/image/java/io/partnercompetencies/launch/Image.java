package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The image that {@code deploy/Dockerfile} describes: what its stages leave, in folders. */
final class Image {

    /** What the last stage copies from. */
    static final Path BUILT = Path.of("target", "image").toAbsolutePath();

    static final Path CACHE = BUILT.resolve("service").resolve("app.aot");

    /**
     * What the limit of 768 MiB in {@code deploy/kubernetes} makes of it, told by options where nothing limits the
     * process: Java takes the serial collector by itself where it finds less than 1792 MB.
     */
    private static final String WITHIN_ITS_LIMIT = "-XX:MaxRAM=768m -XX:+UseSerialGC";

    private static final Path SCRIPT = Path.of("deploy", "try-image.sh").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "image-tried").toAbsolutePath();
    private static final Path DOCKERFILE = Path.of("deploy", "Dockerfile");
    private static final Pattern JAVA_OPTIONS = Pattern.compile("(?m)^ENV JAVA_TOOL_OPTIONS=\"(.*)\"$");

    private Image() {}

    /** With a PostgreSQL of its own, outside of the image, empty at first. */
    static Map<String, String> settings(String database) throws IOException {
        var folder = Path.of("target", "image-database", database).toAbsolutePath();
        Binaries.delete(folder);
        try {
            var server = new EmbeddedDatabase(folder, Archive.packaged(), Map.of());
            var access = server.join("competencies");
            var all = new HashMap<>(MainJob.settings());
            all.put("COMPETENCIES_DATABASE_URL", access.url());
            all.put("COMPETENCIES_DATABASE_USERNAME", access.service().name());
            all.put("COMPETENCIES_DATABASE_PASSWORD", access.service().password());
            all.put("COMPETENCIES_DATABASE_OWNER_USERNAME", access.owner().name());
            all.put("COMPETENCIES_DATABASE_OWNER_PASSWORD", access.owner().password());
            return all;
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    /** Settings with the options of the Dockerfile's, and others. */
    static Map<String, String> withOptions(Map<String, String> settings, String more) throws IOException {
        var found = JAVA_OPTIONS.matcher(Files.readString(DOCKERFILE));
        if (!found.find()) {
            throw new IOException(DOCKERFILE + " has no line ENV JAVA_TOOL_OPTIONS=\"…\"");
        }
        var all = new HashMap<>(settings);
        all.put("JAVA_TOOL_OPTIONS", found.group(1));
        all.put("JDK_JAVA_OPTIONS", WITHIN_ITS_LIMIT + " " + more);
        return all;
    }

    /** The last stage of the Dockerfile, in a folder. */
    static Path assemble() throws IOException {
        int code = run("build").exitCode();
        if (code != 0) {
            throw new IOException(SCRIPT + " build ended with " + code);
        }
        return FOLDER;
    }

    /** The image's own command, as Docker would run it. */
    static PackagedService begin(Map<String, String> settings, String options) throws IOException {
        return PackagedService.begin(
                withOptions(settings, options), List.of(SCRIPT.toString(), "run", FOLDER.toString()));
    }

    static int health(PackagedService service) throws IOException {
        var port = service.baseUrl().replaceFirst(".*:", "");
        return JavaProcess.execute(
                        Map.of("QUARKUS_HTTP_PORT", port), List.of(SCRIPT.toString(), "health", FOLDER.toString()))
                .exitCode();
    }

    /** The exit code of another command in its place. */
    static int inside(String command) throws IOException {
        return JavaProcess.execute(
                        Map.of(), List.of(SCRIPT.toString(), "inside", FOLDER.toString(), "sh", "-c", command))
                .exitCode();
    }

    private static JavaProcess run(String action) throws IOException {
        return JavaProcess.execute(Map.of(), List.of(SCRIPT.toString(), action, FOLDER.toString()));
    }
}
