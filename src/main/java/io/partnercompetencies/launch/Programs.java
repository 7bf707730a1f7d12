package io.partnercompetencies.launch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs. They refuse to run as root, so root runs them in a user namespace, where it is nobody. */
final class Programs {

    private final Path folder;
    private final List<String> prefix;

    Programs(Path folder) throws IOException {
        this.folder = folder;
        this.prefix = isRoot() ? List.of("unshare", "-U") : List.of();
        if (isRoot() && !namespacesAreAllowed()) {
            throw new StartRefused(
                    StartRefused.UNAVAILABLE,
                    "The embedded PostgreSQL cannot run as root here, because user namespaces are forbidden: run the"
                            + " service as another user, or set " + Settings.variable(Settings.URL));
        }
    }

    /** The program's exit code; what it says goes to the file, since a pipe would live as long as the server. */
    int run(Path output, Duration patience, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return finish(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()), patience);
    }

    int majorVersion() throws IOException {
        var output = Files.createTempFile("postgres", ".version");
        try {
            run(output, Duration.ofSeconds(30), "postgres", "--version");
            return Integer.parseInt(Files.readString(output).replaceFirst("(?s)\\D*(\\d+).*", "$1"));
        } finally {
            Files.delete(output);
        }
    }

    private static int finish(ProcessBuilder builder, Duration patience) throws IOException {
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        var process = builder.start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(builder.command() + " did not end within " + patience.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static boolean isRoot() {
        return Files.isDirectory(Path.of("/proc"))
                && ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }

    private static boolean namespacesAreAllowed() {
        try {
            var probe = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return finish(probe, Duration.ofSeconds(10)) == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
